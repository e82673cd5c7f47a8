"""Bulk import and export, external ids, merging and splitting; tickets synced both ways with a hotline platform."""

import queue

import grpc
import pytest
from google.rpc import code_pb2
from redsail_api import is_chinese, refused
from small_city import CITY, COMMUNITIES, COMPOUNDS, COUNTY, FIRMS, GRIDS, STREETS, ago

HERE = {"division": COMMUNITIES[1]}


def compound(id, **fields):
    return {"compound": {"name": f"{CITY}/compounds/{id}", **HERE, "display_name": f"小区{id}", **fields}}


def entry(api, record, **fields):
    return {"record": record, "request_id": api.new_id(), **fields}


def outcomes(api, answer):
    Outcome = api.RecordResult.Outcome
    return [Outcome.Name(result.outcome).removeprefix("OUTCOME_") for result in answer.results]


def push(api, *entries, **fields):
    return api.PushRecords(parent=CITY, entries=list(entries), **fields)


def test_push_answers_each_entry(api):
    good = entry(api, compound("push-1", build_year=1990))
    wrong = entry(api, compound("push-2", display_name=""))
    contents = [good, wrong, entry(api, {"building": {
        "name": f"{CITY}/buildings/push-1", **HERE, "display_name": "1号楼", "compound": f"{CITY}/compounds/push-1"}})]
    checked = push(api, *contents, validate_only=True)
    assert outcomes(api, checked) == ["CREATED", "FAILED", "CREATED"]
    with refused("NOT_FOUND", "NOT_FOUND"):
        api.GetCompound(name=f"{CITY}/compounds/push-1")
    done = push(api, *contents)
    assert outcomes(api, done) == ["CREATED", "FAILED", "CREATED"] and [r.index for r in done.results] == [0, 1, 2]
    made = api.GetCompound(name=f"{CITY}/compounds/push-1")
    assert (done.results[0].name, done.results[0].etag) == (made.name, made.etag) and made.build_year == 1990
    error = done.results[1].error
    assert (error.code, error.reason) == (code_pb2.INVALID_ARGUMENT, api.ErrorReason.Value("ERROR_REASON_REQUIRED_FIELD"))
    assert error.message and is_chinese(error.localized_message)
    assert [violation.field for violation in error.violations] == ["record.compound.display_name"]
    # The whole push again changes nothing.
    cursor = api.ListChanges(parent=CITY, from_latest=True).next_cursor
    assert outcomes(api, push(api, *contents)) == ["PRESENT", "FAILED", "PRESENT"]
    assert not api.ListChanges(parent=CITY, cursor=cursor).changes


def test_modes_of_an_entry(api):
    push(api, entry(api, compound("mode", household_count=10)))
    # Create only: the same content is present, another one is refused.
    assert outcomes(api, push(api, entry(api, compound("mode", household_count=10)))) == ["PRESENT"]
    other = push(api, entry(api, compound("mode", household_count=11)))
    assert outcomes(api, other) == ["FAILED"] and other.results[0].error.code == code_pb2.ALREADY_EXISTS
    upserted = push(api, entry(api, compound("mode", household_count=12), mode="MODE_UPSERT"))
    assert outcomes(api, upserted) == ["UPDATED"]
    made = api.GetCompound(name=f"{CITY}/compounds/mode")
    assert made.household_count == 12 and made.etag == upserted.results[0].etag
    assert outcomes(api, push(api, entry(api, compound("mode", household_count=12), mode="MODE_UPSERT"))) == ["PRESENT"]
    stale = push(api, entry(api, compound("mode", household_count=13, etag='"0"'), mode="MODE_UPSERT"))
    assert outcomes(api, stale) == ["FAILED"] and stale.results[0].error.code == code_pb2.ABORTED
    assert outcomes(api, push(api, entry(api, compound("mode-new"), mode="MODE_UPSERT"))) == ["CREATED"]
    deleted = push(api, entry(api, {"compound": {"name": made.name}}, mode="MODE_DELETE"))
    assert outcomes(api, deleted) == ["DELETED"]
    assert api.GetCompound(name=made.name).HasField("delete_time")


def test_records_are_found_by_their_external_id(api):
    ids = {"external_ids": [{"source_system": "housing", "id": "c-77"}]}
    nameless = {"compound": {**HERE, "display_name": "按外部编号", **ids}}
    first = push(api, entry(api, nameless, mode="MODE_UPSERT"))
    assert outcomes(api, first) == ["CREATED"]
    name = first.results[0].name
    changed = {"compound": {**nameless["compound"], "household_count": 500}}
    second = push(api, entry(api, changed, mode="MODE_UPSERT"))
    assert outcomes(api, second) == ["UPDATED"] and second.results[0].name == name
    [found] = api.FindRecords(parent=CITY, source_system="housing", external_id="c-77").records
    assert found.compound == api.GetCompound(name=name) and found.compound.household_count == 500
    assert not api.FindRecords(parent=CITY, source_system="housing", external_id="c-77", kinds=["redsail/Firm"]).records
    assert not api.FindRecords(parent=CITY, source_system="other", external_id="c-77").records
    with refused("INVALID_ARGUMENT", "INVALID_FIELD", "kinds[0]"):
        api.FindRecords(parent=CITY, source_system="housing", external_id="c-77", kinds=["Compound"])
    push(api, entry(api, {"compound": {**ids}}, mode="MODE_DELETE"))
    assert not api.FindRecords(parent=CITY, source_system="housing", external_id="c-77").records


def test_import_can_be_sent_again(api):
    entries = [entry(api, compound(f"import-{number}", display_name="" if number == 7 else f"小区{number}"))
               for number in range(20)]

    def stream(**options):
        yield api.ImportRecordsRequest(parent=CITY, entries=entries[:9], **options)
        yield api.ImportRecordsRequest()
        yield api.ImportRecordsRequest(parent=CITY, entries=entries[9:])

    def counts(answer):
        return (answer.received_count, answer.created_count, answer.updated_count, answer.present_count,
                answer.deleted_count, answer.failed_count)

    assert counts(api.ImportRecords(stream(validate_only=True))) == (20, 19, 0, 0, 0, 1)
    with refused("NOT_FOUND", "NOT_FOUND"):
        api.GetCompound(name=f"{CITY}/compounds/import-0")
    first = api.ImportRecords(stream())
    assert counts(first) == (20, 19, 0, 0, 0, 1) and [result.index for result in first.results] == list(range(20))
    again = api.ImportRecords(stream(failures_only=True))
    assert counts(again) == (20, 0, 0, 19, 0, 1) and [result.index for result in again.results] == [7]


def test_wrong_bulk_requests(api):
    with refused("INVALID_ARGUMENT", "REQUIRED_FIELD", "parent"):
        api.ImportRecords(iter([api.ImportRecordsRequest()]))
    with refused("INVALID_ARGUMENT", "REQUIRED_FIELD", "entries"):
        api.PushRecords(parent=CITY)
    with refused("INVALID_ARGUMENT", "TOO_MANY_ENTRIES", "entries"):
        api.PushRecords(parent=CITY, entries=[{}] * 1001)
    with refused("NOT_FOUND", "NOT_FOUND"):
        api.PushRecords(parent="cities/370900", entries=[entry(api, compound("x"))])
    missing = push(api, {"request_id": api.new_id()}, {"record": compound("no-id")}, entry(api, {
        "compound": {"name": "cities/371100/compounds/x", **HERE, "display_name": "x"}}))
    assert outcomes(api, missing) == ["FAILED"] * 3
    assert all(result.error.code == code_pb2.INVALID_ARGUMENT for result in missing.results)


def exported(api, **fields):
    messages = list(api.ExportRecords(parent=CITY, **fields))
    assert len({message.revision for message in messages}) == 1 and messages[0].cursor
    assert all(message.next_page_token for message in messages[:-1]) and not messages[-1].next_page_token
    return messages, [record for message in messages for record in message.records]


def test_export_is_what_the_lists_hold(api):
    messages, records = exported(api)
    by_kind = {}
    for record in records:
        by_kind.setdefault(record.WhichOneof("resource"), []).append(getattr(record, record.WhichOneof("resource")))
    lists = {
        "compound": api.ListCompounds, "firm": api.ListFirms, "unit": api.ListUnits, "grid": api.ListGrids,
        "party_organisation": api.ListPartyOrganisations, "committee": api.ListCommittees, "project": api.ListProjects,
    }
    for field, method in lists.items():
        listed = method(parent=CITY, page_size=1000)
        [held] = [value for _, value in listed.ListFields()]
        key = lambda resource: resource.name  # noqa: E731
        assert sorted(by_kind[field], key=key) == sorted(held, key=key)
    # The feed goes on where the export ends.
    cursor = messages[0].cursor
    assert not api.ListChanges(parent=CITY, cursor=cursor).changes
    made = api.CreateCompound(parent=CITY, compound={**HERE, "display_name": "之后"})
    assert [change.name for change in api.ListChanges(parent=CITY, cursor=cursor).changes] == [made.name]
    # As of its revision, it is what it was.
    _, again = exported(api, revision=messages[0].revision)
    assert again == records
    _, here = exported(api, kinds=["redsail/Compound"], division=COMMUNITIES[0])
    assert {record.compound.name for record in here} == {
        entry.name for entry in api.ListCompounds(parent=CITY, division=COMMUNITIES[0]).compounds}
    for wrong, code, reason, field in [
        ({"kinds": ["x"]}, "INVALID_ARGUMENT", "INVALID_FIELD", "kinds[0]"),
        ({"division": FIRMS[0]}, "INVALID_ARGUMENT", "INVALID_NAME", "division"),
        ({"revision": messages[0].revision + 1000}, "OUT_OF_RANGE", "REVISION_NOT_KEPT", None),
        ({"page_token": "x"}, "INVALID_ARGUMENT", "INVALID_PAGE_TOKEN", "page_token"),
    ]:
        with refused(code, reason, field):
            list(api.ExportRecords(parent=CITY, **wrong))


def test_merged_firms_leave_their_references_to_one(api):
    firms = [api.CreateFirm(parent=CITY, firm_id=code, firm={
        "division": COUNTY, "display_name": code, "external_ids": [{"source_system": "old", "id": code}]})
        for code in ["91330100799655058B", "9144030071526726XG"]]
    staying, ending = firms
    project = api.CreateProject(parent=CITY, project={
        **HERE, "display_name": "项目", "firm": ending.name, "compounds": [COMPOUNDS[1]]})
    merged = api.MergeRecords(successor=staying.name, predecessors=[ending.name], reason="吸收合并")
    assert merged.kind == api.Succession.KIND_MERGE and merged.reason == "吸收合并"
    assert (list(merged.predecessors), list(merged.successors)) == ([ending.name], [staying.name])
    assert merged.moved_count >= 1 and merged.HasField("date")
    assert api.GetProject(name=project.name).firm == staying.name
    assert api.GetFirm(name=ending.name).HasField("delete_time")
    assert {"9144030071526726XG", "91330100799655058B"} <= {
        external.id for external in api.GetFirm(name=staying.name).external_ids}
    assert api.GetSuccession(name=merged.name) == merged
    assert merged in api.ListSuccessions(parent=CITY).successions
    for wrong, code, reason in [
        ({"predecessors": [ending.name]}, "FAILED_PRECONDITION", "DELETED"),
        ({"predecessors": [COMPOUNDS[0]]}, "INVALID_ARGUMENT", None),
        ({"predecessors": [staying.name]}, "INVALID_ARGUMENT", None),
        ({"predecessors": [f"{CITY}/firms/none"]}, None, None),
        ({"predecessors": []}, "INVALID_ARGUMENT", "REQUIRED_FIELD"),
    ]:
        with pytest.raises(grpc.RpcError) as caught:
            api.MergeRecords(successor=staying.name, **wrong)
        assert caught.value.code() != grpc.StatusCode.INTERNAL
        assert code is None or caught.value.code() == getattr(grpc.StatusCode, code), wrong


def test_split_compound(api):
    old, left, right = (api.CreateCompound(parent=CITY, compound={**HERE, "display_name": name}).name
                        for name in ["旧", "东区", "西区"])
    buildings = [api.CreateBuilding(parent=CITY, building={**HERE, "display_name": f"{n}", "compound": old}).name
                 for n in range(3)]
    split = {"predecessor": old, "successors": [left, right], "moves": [{"referrer": buildings[0], "successor": left}]}
    with refused("FAILED_PRECONDITION", "STILL_REFERENCED"):
        api.SplitRecord(**split)
    assert api.GetBuilding(name=buildings[0]).compound == old
    done = api.SplitRecord(**split, remaining_successor=right, reason="分区管理")
    assert done.kind == api.Succession.KIND_SPLIT and done.moved_count == 3
    assert [api.GetBuilding(name=name).compound for name in buildings] == [left, right, right]
    assert api.GetCompound(name=old).HasField("delete_time")


class Sync:
    """A hotline platform's stream: messages go in one by one, answers are read by kind."""

    def __init__(self, api, **opened):
        self.requests = queue.SimpleQueue()
        self.number = 0
        self.cursor = ""
        self.changed = []
        self.api = api
        self.results = {}
        self.call = api.SyncTickets(iter(self.requests.get, None), timeout=30)
        self.send(open={"parent": CITY, "source_system": "jining-12345", **opened})

    def send(self, **content):
        self.number += 1
        self.requests.put(self.api.SyncTicketsRequest(sequence=self.number, **content))
        return self.number

    def take(self):
        message = next(self.call)
        if message.HasField("result"):
            self.results[message.result.sequence] = message.result
        else:
            assert message.changes.cursor
            self.cursor = message.changes.cursor
            self.changed += message.changes.tickets

    def result(self, number):
        while number not in self.results:
            self.take()
        return self.results[number]

    def changes(self, count):
        while len(self.changed) < count:
            self.take()
        return self.changed

    def close(self):
        self.requests.put(None)
        for message in self.call:
            if message.HasField("result"):
                self.results[message.result.sequence] = message.result
            else:
                self.changed += message.changes.tickets


def hotline(api, number, **fields):
    wanted = {"title": "漏水", "division": COMMUNITIES[0], "source": "SOURCE_HOTLINE", "source_system": "jining-12345",
              "record_number": number, "holder": {"unit": STREETS[0], "level": "LEVEL_STREET"}, **fields}
    return {"ticket": wanted, "request_id": api.new_id()}


def act(api, number, action, **fields):
    event = {"action": f"ACTION_{action}", "event_time": ago(), **fields}
    return {"act": {"record_number": number, "event": event, "request_id": api.new_id()}}


def test_sync_of_tickets_both_ways(api):
    sync = Sync(api, from_latest=True)
    create = hotline(api, "s-1")
    made = sync.result(sync.send(create=create))
    assert made.record_number == "s-1" and not made.present and not made.HasField("error")
    assert sync.result(sync.send(create=create)).present
    accepted = sync.result(sync.send(**act(api, "s-1", "ACCEPT")))
    assert accepted.ticket == made.ticket and not accepted.HasField("error")
    wrong = sync.result(sync.send(**act(api, "s-1", "CLOSE")))
    assert wrong.error.reason == api.ErrorReason.Value("ERROR_REASON_ACTION_NOT_ALLOWED") and not wrong.ticket
    assert is_chinese(wrong.error.localized_message)
    unknown = sync.result(sync.send(**act(api, "none", "ACCEPT")))
    assert unknown.error.code == code_pb2.NOT_FOUND
    # What others do comes back, and only on tickets of this system.
    api.CreateTicket(parent=CITY, ticket={**create["ticket"], "source_system": "other", "record_number": "s-1"})
    api.DispatchTicket(name=made.ticket, holder={"unit": GRIDS[0], "level": "LEVEL_GRID"})
    State = api.Ticket
    changed = sync.changes(3)
    assert [ticket.name for ticket in changed] == [made.ticket] * 3
    assert [ticket.state for ticket in changed] == [State.STATE_RECEIVED, State.STATE_ACCEPTED, State.STATE_DISPATCHED]
    sync.send(acknowledged_cursor=sync.cursor)
    cursor = sync.cursor
    sync.close()
    assert sync.call.code() == grpc.StatusCode.OK
    # After a break it goes on at the cursor: nothing is missed, nothing before it comes again.
    api.SignTicket(name=made.ticket, officer={"reference": "o1"})
    again = Sync(api, cursor=cursor)
    [signed] = again.changes(1)
    assert (signed.name, signed.state) == (made.ticket, State.STATE_SIGNED)
    again.close()


@pytest.mark.parametrize("opened, code, reason, field", [
    ({"parent": ""}, "INVALID_ARGUMENT", "REQUIRED_FIELD", "open.parent"),
    ({"source_system": ""}, "INVALID_ARGUMENT", "REQUIRED_FIELD", "open.source_system"),
    ({"cursor": "x"}, "INVALID_ARGUMENT", "INVALID_CURSOR", "open.cursor"),
    ({"parent": "cities/370900"}, "NOT_FOUND", "NOT_FOUND", None),
])
def test_wrong_opening_of_a_sync(api, opened, code, reason, field):
    sync = Sync(api, **opened)
    with refused(code, reason, field):
        sync.take()
    sync.requests.put(None)


def test_a_sync_acknowledges_cursors_of_its_own(api):
    sync = Sync(api, from_latest=True)
    sync.send(acknowledged_cursor="x")
    with refused("INVALID_ARGUMENT", "INVALID_CURSOR", "acknowledged_cursor"):
        while True:
            sync.take()
    sync.requests.put(None)


def test_a_sync_begins_with_its_opening(api):
    requests = iter([api.SyncTicketsRequest(sequence=1, create=hotline(api, "first"))])
    with refused("INVALID_ARGUMENT", "REQUIRED_FIELD", "open"):
        next(api.SyncTickets(requests))
