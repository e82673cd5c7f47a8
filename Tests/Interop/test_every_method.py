"""Python's grpcio calls every method of every redsail.v1 service, with code that grpcio-tools made of the same schema.

The actions of the other kinds have tests of their own beside this one.
"""

import grpc
import pytest
from kinds import KINDS
from redsail_api import Refusal, refused
from small_city import (
    CITY, COMMUNITIES, COMPOUNDS, COUNTY, EVENT, FIRMS, GRIDS, STREETS, ago, day, division, ticket,
)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.message)
def test_standard_methods(api, kind):
    message = getattr(api, kind.message)
    get = getattr(api, f"Get{kind.message}")
    before = {resource.name for resource in kind.list(api)[0]}

    def check_last_event(name, hours):
        """Lists find it by the time of its last event, which was so many hours ago."""
        for bound, found in [(hours + 0.5, True), (hours - 0.5, False)]:
            since = f'event_time >= "{ago(hours=bound).isoformat()}"'
            listed = kind.list(api, filter=since, show_deleted=True, page_size=1000)[0]
            assert (name in [resource.name for resource in listed]) == found

    # What is created is read back, alone and in the list.
    wanted, created = kind.create(api, 0, event_time=ago(hours=5))
    assert created.name == f"{CITY}/{kind.collection}/{kind.ids[0]}"
    expected = message(**wanted)
    for field in wanted:
        assert getattr(created, field) == getattr(expected, field)
    assert created.etag and created.create_time == created.update_time and not created.HasField("delete_time")
    assert get(name=created.name) == created
    check_last_event(created.name, 5)
    other = kind.create(api, 1)[1]
    assert {resource.name for resource in kind.list(api)[0]} == before | {created.name, other.name}

    # Page by page it is the same list, without a resource twice.
    paged, token = kind.list(api, page_size=1)
    while token:
        page, token = kind.list(api, page_size=1, page_token=token)
        assert len(page) == 1
        paged += page
    assert paged == kind.list(api)[0]

    # The mask chooses what changes; the etag changes with it, and the old one is refused from then on.
    mask = {"paths": list(kind.change)}
    change = {**kind.change, "name": created.name, "etag": created.etag}
    update = {kind.field: change, "update_mask": mask}
    updated = getattr(api, f"Update{kind.message}")(**update, event_time=ago(hours=4))
    check_last_event(created.name, 4)
    expected = message()
    expected.CopyFrom(created)
    for field, value in kind.change.items():
        expected.ClearField(field)
        expected.MergeFrom(message(**{field: value}))
    for server_set in ["etag", "update_time", "event_time", *kind.derived]:
        expected.ClearField(server_set)
        expected.MergeFrom(message(**{server_set: getattr(updated, server_set)}))
    assert updated == expected
    assert updated.etag != created.etag and updated.update_time.ToNanoseconds() > created.update_time.ToNanoseconds()
    with refused("ABORTED", "ETAG_MISMATCH", metadata={"etag": updated.etag}):
        getattr(api, f"Update{kind.message}")(**update)

    # A deleted one leaves the list, not the name; it can come back once.
    deleted = getattr(api, f"Delete{kind.message}")(name=created.name, etag=updated.etag, event_time=ago(hours=3))
    check_last_event(created.name, 3)
    assert deleted.HasField("delete_time") and deleted.etag != updated.etag
    assert get(name=created.name) == deleted
    assert {resource.name for resource in kind.list(api)[0]} == before | {other.name}
    assert deleted in kind.list(api, show_deleted=True)[0]
    with refused("FAILED_PRECONDITION", "DELETED"):
        getattr(api, f"Update{kind.message}")(**{kind.field: {**change, "etag": ""}, "update_mask": mask})
    undelete = getattr(api, f"Undelete{kind.message}")
    restored = undelete(name=created.name, etag=deleted.etag, event_time=ago(hours=2))
    check_last_event(created.name, 2)
    assert not restored.HasField("delete_time") and restored.etag not in (deleted.etag, updated.etag)
    assert restored in kind.list(api)[0]
    with refused("FAILED_PRECONDITION", "NOT_DELETED"):
        undelete(name=created.name)


def test_cities(api):
    created = api.CreateCity(city_id="371100", city={"display_name": "日照"})
    assert created.name == "cities/371100" and created.etag
    assert api.GetCity(name=created.name) == created
    first = api.ListCities(page_size=1)
    second = api.ListCities(page_size=1, page_token=first.next_page_token)
    assert [city.name for city in [*first.cities, *second.cities]] == [CITY, "cities/371100"]
    assert not second.next_page_token
    change = {"name": created.name, "display_name": "日照市", "etag": created.etag}
    updated = api.UpdateCity(city=change, update_mask={"paths": ["display_name"]})
    assert updated.display_name == "日照市" and updated.etag != created.etag
    assert api.GetCity(name=created.name) == updated


def test_reception_day_is_held_or_cancelled(api):
    plan = {"division": COMMUNITIES[0], "kind": "KIND_FAMILY_TALK", "planned_start_time": ago(hours=3)}
    planned = [api.CreateReceptionDay(parent=CITY, reception_day=plan) for _ in range(2)]
    assert planned[0].state == api.ReceptionDay.STATE_PLANNED and planned[0].name != planned[1].name
    held = api.HoldReceptionDay(
        name=planned[0].name, etag=planned[0].etag, start_time=ago(hours=2), end_time=ago(hours=1), attendance=31,
        participants=[{"role": "PARTICIPANT_ROLE_LAWYER", "attended": True}], minutes="议停车",
    )
    assert held.state == api.ReceptionDay.STATE_HELD and held.HasField("start_time") and held.attendance == 31
    assert held.participants[0].role == api.ReceptionDay.PARTICIPANT_ROLE_LAWYER and held.minutes == "议停车"
    assert api.GetReceptionDay(name=held.name) == held
    cancelled = api.CancelReceptionDay(name=planned[1].name, reason="下雨")
    assert cancelled.state == api.ReceptionDay.STATE_CANCELLED and cancelled.cancel_reason == "下雨"
    assert cancelled.HasField("cancel_time")
    in_state = api.ListReceptionDays(parent=CITY, filter="state = CANCELLED")
    assert [event.name for event in in_state.reception_days] == [cancelled.name]


def test_tickets_standard_methods(api):
    here = {"parent": CITY, "division": STREETS[1]}
    demands = [
        api.CreateTicket(parent=CITY, ticket_id=f"t{number}", ticket=ticket(division=COMMUNITIES[1], title=f"{number}"))
        for number in range(5)
    ]
    created = demands[0]
    assert created.state == api.Ticket.STATE_RECEIVED and created.level_entered == api.Ticket.LEVEL_COMMUNITY
    assert created.holder.unit == COMMUNITIES[1] and created.due.working_days == 5 and created.due.HasField("date")
    assert api.GetTicket(name=created.name) == created
    assert list(api.BatchGetTickets(parent=CITY, names=[demands[3].name, demands[1].name]).tickets) == [
        demands[3], demands[1],
    ]
    assert list(api.ListTickets(**here).tickets) == demands
    found, token = [], ""
    while len(found) < 5:
        page = api.ListTickets(**here, page_size=2, order_by="create_time desc", page_token=token)
        found, token = [*found, *page.tickets], page.next_page_token
    assert found == demands[::-1] and not token

    change = {"name": created.name, "etag": created.etag, "title": "电梯停运", "category": "elevator.stopped",
              "content": "不改"}
    updated = api.UpdateTicket(ticket=change, update_mask={"paths": ["title", "category"]})
    assert (updated.title, updated.category, updated.content) == ("电梯停运", "elevator.stopped", "")
    assert updated.etag != created.etag
    deleted = api.DeleteTicket(name=created.name, etag=updated.etag)
    assert deleted.HasField("delete_time") and list(api.ListTickets(**here).tickets) == demands[1:]
    assert api.GetTicket(name=created.name) == deleted
    assert deleted in api.ListTickets(**here, show_deleted=True).tickets
    restored = api.UndeleteTicket(name=created.name)
    assert not restored.HasField("delete_time") and restored.title == "电梯停运"
    assert restored in api.ListTickets(**here).tickets


def test_ticket_goes_its_whole_way(api):
    State = Level = api.Ticket
    entered = ticket(source="SOURCE_HOTLINE", source_system="jining-12345", record_number="1",
                     holder={"unit": STREETS[0], "level": "LEVEL_STREET"})
    current = api.CreateTicket(parent=CITY, ticket=entered, event_time=ago(hours=5))
    name, etags = current.name, {current.etag}

    def act(action, state, **fields):
        nonlocal current
        current = getattr(api, f"{action}Ticket")(name=name, etag=current.etag, **fields)
        assert current.state == state and api.GetTicket(name=name) == current
        assert current.etag not in etags
        etags.add(current.etag)
        return current

    community = {"unit": COMMUNITIES[0], "level": "LEVEL_COMMUNITY"}
    act("Accept", State.STATE_ACCEPTED, grade="GRADE_SMALL", note="受理")
    assert current.grade == api.Ticket.GRADE_SMALL
    act("Dispatch", State.STATE_DISPATCHED, holder={"unit": GRIDS[0], "level": "LEVEL_GRID"})
    assert current.holder.unit == GRIDS[0] and current.dispatcher.unit == STREETS[0]
    act("Return", State.STATE_RETURNED, reason="非本网格", acting_unit=GRIDS[0])
    assert current.holder.unit == STREETS[0] and list(current.returned_by) == [GRIDS[0]] and current.return_count == 1
    act("Dispatch", State.STATE_DISPATCHED, holder={"unit": GRIDS[0], "level": "LEVEL_GRID"},
        promised_date=day("2030-01-02"))
    assert current.promised_date.year == 2030
    act("Escalate", State.STATE_DISPATCHED, reason="需社区协调", acting_unit=GRIDS[0], holder=community)
    assert current.holder.level == Level.LEVEL_COMMUNITY and current.escalation_count == 1
    act("Sign", State.STATE_SIGNED, officer={"reference": "o1", "duty": "网格长"})
    assert current.holder.officer.reference == "o1" and current.HasField("sign_time")
    due = current.due.date
    act("Extend", State.STATE_SIGNED, reason="等待配件", working_days=3)
    assert current.extension_count == 1 and current.due.extension_working_days == 3 and current.due.date != due
    act("Start", State.STATE_IN_PROGRESS)
    act("Resolve", State.STATE_RESOLVED, resolution="RESOLUTION_SOLVED", public_answer="已修复")
    assert current.public_answer == "已修复" and current.HasField("resolve_time") and not current.resolved_on_site
    act("CallBack", State.STATE_CALLED_BACK, feedback={"satisfaction": "SATISFACTION_DISSATISFIED", "solved": False})
    assert current.feedback.satisfaction == api.Ticket.SATISFACTION_DISSATISFIED and current.feedback.HasField("solved")
    act("Reopen", State.STATE_IN_PROGRESS, reason="仍不亮")
    assert current.reopen_count == 1
    act("Resolve", State.STATE_RESOLVED, resolution="RESOLUTION_ANSWERED", public_answer="已答复")
    act("CallBack", State.STATE_CALLED_BACK, feedback={"satisfaction": "SATISFACTION_SATISFIED"})
    act("Close", State.STATE_CLOSED)
    assert current.level_closed == Level.LEVEL_COMMUNITY and current.HasField("close_time")

    actions = ["ACCEPT", "DISPATCH", "RETURN", "DISPATCH", "ESCALATE", "SIGN", "EXTEND", "START", "RESOLVE",
               "CALL_BACK", "REOPEN", "RESOLVE", "CALL_BACK", "CLOSE"]
    history = api.ListTicketEvents(parent=name).ticket_events
    Action = api.TicketEvent.Action
    assert [Action.Name(entry.action) for entry in history] == [f"ACTION_{action}" for action in actions]
    assert [entry.name for entry in history] == [f"{name}/events/{number}" for number in range(1, len(actions) + 1)]
    assert [entry.state_before for entry in history[1:]] == [entry.state_after for entry in history[:-1]]
    assert history[0].note == "受理" and current.event_count == len(actions)
    paged, token = [], ""
    while len(paged) < len(actions):
        page = api.ListTicketEvents(parent=name, page_size=5, page_token=token)
        paged, token = [*paged, *page.ticket_events], page.next_page_token
    assert paged == list(history) and not token


def test_ticket_side_exits(api):
    leading = api.CreateTicket(parent=CITY, ticket=ticket())
    merged = api.MergeTicket(name=api.CreateTicket(parent=CITY, ticket=ticket()).name, merged_into=leading.name)
    assert merged.state == api.Ticket.STATE_MERGED and merged.merged_into == leading.name
    disputed = api.CreateTicket(parent=CITY, ticket=ticket()).name
    refusal = {"non_acceptance_reason": "NON_ACCEPTANCE_REASON_PETITION", "public_answer": "已按信访办理"}
    refused_ticket = api.RefuseTicket(name=disputed, **refusal)
    assert refused_ticket.state == api.Ticket.STATE_NOT_ACCEPTED and refused_ticket.public_answer == "已按信访办理"
    assert refused_ticket.non_acceptance_reason == api.Ticket.NON_ACCEPTANCE_REASON_PETITION
    upheld = api.ReviewTicket(name=disputed, review_outcome="REVIEW_OUTCOME_UPHELD")
    assert (upheld.state, upheld.review_outcome) == (api.Ticket.STATE_NOT_ACCEPTED, api.Ticket.REVIEW_OUTCOME_UPHELD)
    overturned = api.ReviewTicket(name=disputed, review_outcome="REVIEW_OUTCOME_OVERTURNED")
    assert overturned.state == api.Ticket.STATE_ACCEPTED


def test_demand_resolved_on_site_is_rated(api):
    resolve = {"action": "ACTION_RESOLVE", "event_time": ago(hours=26), "resolution": "RESOLUTION_SOLVED",
               "public_answer": "现场解决"}
    demand = api.CreateTicket(parent=CITY, ticket=ticket(source="SOURCE_RECEPTION_DAY", reception_day=EVENT),
                              event_time=ago(hours=27), history=[resolve])
    assert demand.state == api.Ticket.STATE_RESOLVED and demand.resolved_on_site and demand.event_count == 1
    rated = api.RateTicket(name=demand.name, feedback={"satisfaction": "SATISFACTION_SATISFIED"})
    assert rated.feedback.satisfaction == api.Ticket.SATISFACTION_SATISFIED and rated.feedback.HasField("event_time")
    assert rated.state == demand.state and rated.event_count == 1 and rated.etag != demand.etag


def test_callers_are_kept_apart_and_masked(api):
    caller = {"personal_name": "张三", "phone": "13812341234", "address": "幸福小区3号楼1单元", "contact_consent": True}
    name = api.CreateTicket(parent=CITY, ticket=ticket(kind="KIND_REPAIR"), caller=caller).name
    assert api.GetTicket(name=name).has_caller
    masked = api.GetTicketCaller(name=f"{name}/caller")
    assert masked.masked and (masked.personal_name, masked.phone) == ("张*", "138****1234")
    # In clear only with a purpose and the grant, which a server open to this machine gives to nobody.
    with refused("PERMISSION_DENIED", "PURPOSE_REQUIRED"):
        api.GetTicketCaller(name=f"{name}/caller", unmasked=True)
    with refused("PERMISSION_DENIED", "PERMISSION_DENIED"):
        api.GetTicketCaller(name=f"{name}/caller", unmasked=True, purpose="PURPOSE_HANDLING")
    correction = {"name": f"{name}/caller", "phone": "13912345678", "etag": masked.etag, "contact_consent": False}
    updated = api.UpdateTicketCaller(ticket_caller=correction, update_mask={"paths": ["phone"]})
    assert updated.etag != masked.etag
    again = api.GetTicketCaller(name=f"{name}/caller")
    assert (again.personal_name, again.phone, again.contact_consent) == ("张*", "139****5678", True)
    assert again.etag == updated.etag
    silent = api.CreateTicket(parent=CITY, ticket=ticket()).name
    with refused("NOT_FOUND", "NOT_FOUND"):
        api.GetTicketCaller(name=f"{silent}/caller")


def entries(api, prefix, *wrong):
    """Three entries of a batch; those whose numbers are in `wrong` have no title."""
    return [
        api.request("CreateTicket", ticket_id=f"{prefix}{number}", ticket=ticket(title="" if number in wrong else "漏水"))
        for number in range(3)
    ]


def check_refused_entry(result, index, request):
    assert (result.index, result.request_id, result.WhichOneof("outcome")) == (index, request.request_id, "error")
    Refusal.of_status(result.error).check(grpc.StatusCode.INVALID_ARGUMENT, "REQUIRED_FIELD", "ticket.title")


def test_batch_answers_each_entry(api):
    requests = entries(api, "batch", 1)
    checked = api.BatchCreateTickets(parent=CITY, requests=requests, validate_only=True)
    assert [result.WhichOneof("outcome") for result in checked.results] == ["receipt", "error", "receipt"]
    with refused("NOT_FOUND", "NOT_FOUND"):
        api.GetTicket(name=f"{CITY}/tickets/batch0")
    for already_present in [False, True]:
        results = api.BatchCreateTickets(parent=CITY, requests=requests).results
        check_refused_entry(results[1], 1, requests[1])
        for index in [0, 2]:
            receipt = results[index].receipt
            assert results[index].index == index and results[index].request_id == requests[index].request_id
            assert receipt.already_present == already_present and receipt.state == api.Ticket.STATE_RECEIVED
            assert api.GetTicket(name=receipt.name).etag == receipt.etag


def test_import_streams_entries_and_answers_each(api):
    requests = entries(api, "import", 2)
    history = [{"action": "ACTION_ACCEPT", "event_time": ago(minutes=1)}]
    late = api.request("CreateTicket", ticket_id="import3", ticket=ticket(), event_time=ago(minutes=2), history=history)

    def stream(**options):
        yield api.ImportTicketsRequest(parent=CITY, requests=requests[:2], **options)
        yield api.ImportTicketsRequest(requests=requests[2:])
        yield api.ImportTicketsRequest()
        yield api.ImportTicketsRequest(parent=CITY, requests=[late])

    def counts(answer):
        return answer.received_count, answer.created_count, answer.present_count, answer.failed_count

    assert counts(api.ImportTickets(stream(validate_only=True))) == (4, 3, 0, 1)
    with refused("NOT_FOUND", "NOT_FOUND"):
        api.GetTicket(name=f"{CITY}/tickets/import0")
    first = api.ImportTickets(stream())
    assert counts(first) == (4, 3, 0, 1)
    assert [result.index for result in first.results] == [0, 1, 2, 3]
    check_refused_entry(first.results[2], 2, requests[2])
    assert first.results[3].receipt.state == api.Ticket.STATE_ACCEPTED
    assert api.GetTicket(name=f"{CITY}/tickets/import3").event_count == 1
    again = api.ImportTickets(stream(failures_only=True))
    assert counts(again) == (4, 0, 3, 1) and [result.index for result in again.results] == [2]


def test_feed_brings_each_change_by_pull_and_by_stream(api):
    start = api.ListChanges(parent=CITY, from_latest=True)
    assert not start.changes and start.next_cursor and not start.more
    only = {"parent": CITY, "kinds": ["redsail/Ticket"]}
    watch = api.WatchChanges(**only, cursor=api.ListChanges(**only, from_latest=True).next_cursor)
    created = api.CreateTicket(parent=CITY, ticket=ticket(), caller={"personal_name": "李四"})
    api.UpdateCompound(compound={"name": COMPOUNDS[0], "build_year": 1990})
    accepted = api.AcceptTicket(name=created.name)
    deleted = api.DeleteTicket(name=created.name)

    watched = []
    while len(watched) < 3:
        message = next(watch)
        assert message.cursor
        watched += message.changes
    watch.cancel()
    kinds = [api.Change.KIND_CREATED, api.Change.KIND_UPDATED, api.Change.KIND_DELETED]
    assert [(change.kind, change.ticket) for change in watched] == list(zip(kinds, [created, accepted, deleted]))
    assert {(change.name, change.resource_type) for change in watched} == {(created.name, "redsail/Ticket")}

    pulled, cursor, more = [], start.next_cursor, True
    while more:
        page = api.ListChanges(parent=CITY, cursor=cursor, max_changes=1)
        pulled, cursor, more = [*pulled, *page.changes], page.next_cursor, page.more
    assert [change.name for change in pulled if change.resource_type != "redsail/TicketCaller"] == [
        created.name, COMPOUNDS[0], created.name, created.name,
    ]
    revisions = [change.revision for change in pulled]
    assert revisions == sorted(set(revisions))
    assert not any("李四".encode() in change.SerializeToString() for change in pulled)
    # A change's own cursor goes on after it.
    rest = api.ListChanges(parent=CITY, cursor=pulled[0].cursor).changes
    assert [change.revision for change in rest] == revisions[1:]


def test_scoreboard_counts_what_is_stored(api):
    before = {row.key: row for row in api.GetScoreboard(name=f"{CITY}/scoreboard").rows}
    resolve = {"action": "ACTION_RESOLVE", "event_time": ago(hours=26), "resolution": "RESOLUTION_SOLVED",
               "public_answer": "现场解决"}
    api.CreateTicket(parent=CITY, ticket=ticket(source="SOURCE_RECEPTION_DAY", reception_day=EVENT),
                     event_time=ago(hours=27), history=[resolve])
    after = {row.key: row for row in api.GetScoreboard(name=f"{CITY}/scoreboard", scale=1).rows}
    assert after["demands_resolved"].computed == before["demands_resolved"].computed + 1
    assert (after["demands_resolved"].low, after["demands_resolved"].high) == (48_500, 49_499)


def test_every_method_has_answered(api):
    """Compares what the tests of this folder have called with what the schema has: a new method needs a test."""
    assert api.methods - api.answered == set()
