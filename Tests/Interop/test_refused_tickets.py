"""What the rules of tickets refuse: wrong demands, actions out of turn, units out of place, promises moved. Each gets
the code, reason and metadata that errors.proto promises, and leaves nothing behind."""

import grpc
import pytest
from redsail_api import Refusal, refused
from small_city import CITY, COMMUNITIES, COUNTY, EVENT, FIRMS, GRIDS, STREETS, ago, day, ticket

COMMUNITY = {"unit": COMMUNITIES[0], "level": "LEVEL_COMMUNITY"}
GRID = {"unit": GRIDS[0], "level": "LEVEL_GRID"}
STREET = {"unit": STREETS[0], "level": "LEVEL_STREET"}
ANSWER = {"resolution": "RESOLUTION_SOLVED", "public_answer": "已修复"}
DISSATISFIED = {"satisfaction": "SATISFACTION_DISSATISFIED"}

# The fields that each action needs; the same in a history and in a call.
ACTIONS = {
    "ACCEPT": {},
    "DISPATCH": {"holder": GRID},
    "SIGN": {},
    "START": {},
    "RESOLVE": ANSWER,
    "CALL_BACK": {"feedback": DISSATISFIED},
    "CLOSE": {},
    "RETURN": {"reason": "非本单位", "acting_unit": GRIDS[0]},
    "EXTEND": {"reason": "等待配件", "working_days": 2},
    "MERGE": {"merged_into": f"{CITY}/tickets/leading"},
    "REFUSE": {"non_acceptance_reason": "NON_ACCEPTANCE_REASON_LITIGATION", "public_answer": "不予受理"},
    "REOPEN": {"reason": "仍不亮"},
    "ESCALATE": {"reason": "难办", "acting_unit": COMMUNITIES[0], "holder": STREET},
    "REVIEW": {"review_outcome": "REVIEW_OUTCOME_UPHELD"},
}

# How a state is reached, and what may be done in it with a demand that no event raised.
STATES = {
    "RECEIVED": ("", "ACCEPT MERGE REFUSE"),
    "ACCEPTED": ("ACCEPT", "DISPATCH EXTEND MERGE ESCALATE"),
    "DISPATCHED": ("ACCEPT DISPATCH", "DISPATCH SIGN RETURN EXTEND MERGE ESCALATE"),
    "SIGNED": ("ACCEPT DISPATCH SIGN", "DISPATCH START RETURN EXTEND MERGE ESCALATE"),
    "IN_PROGRESS": ("ACCEPT DISPATCH SIGN START", "RESOLVE EXTEND MERGE ESCALATE"),
    "RESOLVED": ("ACCEPT DISPATCH SIGN START RESOLVE", "CALL_BACK"),
    "CALLED_BACK": ("ACCEPT DISPATCH SIGN START RESOLVE CALL_BACK", "CLOSE REOPEN"),
    "CLOSED": ("ACCEPT DISPATCH SIGN START RESOLVE CALL_BACK CLOSE", "REOPEN"),
    "RETURNED": ("ACCEPT DISPATCH RETURN", "DISPATCH EXTEND MERGE ESCALATE"),
    "NOT_ACCEPTED": ("REFUSE", "REVIEW"),
    "MERGED": ("MERGE", "CALL_BACK"),
}


def act(api, name, action, **fields):
    """Does an action by its own method."""
    method = action.title().replace("_", "") + "Ticket"
    return getattr(api, method)(name=name, **{**ACTIONS[action], **fields})


def entry(action, **fields):
    """An entry of a history."""
    return {"action": f"ACTION_{action}", "event_time": ago(hours=4), **ACTIONS[action], **fields}


def create(api, way="", request=None, **fields):
    """A demand received five hours ago, with what has happened to it since."""
    history = [entry(action) for action in way.split()]
    standard = {"parent": CITY, "ticket": ticket(**fields), "event_time": ago(hours=5), "history": history}
    return api.CreateTicket(**{**standard, **(request or {})})


@pytest.fixture
def leading(api):
    """The ticket that ACTIONS merges into; one for the whole module."""
    try:
        return api.GetTicket(name=ACTIONS["MERGE"]["merged_into"])
    except grpc.RpcError:
        return create(api, "ACCEPT", request={"ticket_id": "leading"})


@pytest.fixture
def unchanged(api, leading):
    """Checks at the end of the test that nothing was stored since `unchanged()` was called."""
    marks = []

    def mark():
        marks.append(api.ListChanges(parent=CITY, from_latest=True).next_cursor)

    yield mark
    assert marks and not api.ListChanges(parent=CITY, cursor=marks[-1]).changes


@pytest.mark.parametrize("state", STATES)
def test_actions_out_of_turn(api, leading, unchanged, state):
    way, allowed = STATES[state]
    current = create(api, way)
    assert current.state == api.Ticket.State.Value(f"STATE_{state}")
    unchanged()
    for action in sorted(set(ACTIONS) - set(allowed.split())):
        with pytest.raises(grpc.RpcError) as caught:
            act(api, current.name, action)
        refusal = Refusal.of_call(caught.value)
        told = {"state": state, "action": action}
        refusal.check(grpc.StatusCode.FAILED_PRECONDITION, "ACTION_NOT_ALLOWED", None, told)
        assert set(refusal.metadata["allowed_actions"].split(",")) == set(allowed.split())
        assert set(refusal.metadata["allowed_states"].split(",")) >= {
            other for other, (_, actions) in STATES.items() if action in actions.split()
        }
    assert api.GetTicket(name=current.name) == current


def test_rating_is_for_tickets_that_are_resolved(api, unchanged):
    name = create(api, "ACCEPT").name
    unchanged()
    with refused("FAILED_PRECONDITION", "ACTION_NOT_ALLOWED", metadata={"state": "ACCEPTED"}):
        api.RateTicket(name=name, feedback=DISSATISFIED)


DEMANDS = {
    # Fields of the request, fields of the ticket: code, reason, field.
    "no-title": ({}, {"title": ""}, "REQUIRED_FIELD", "ticket.title"),
    "long-title": ({}, {"title": "长" * 201}, "INVALID_FIELD", "ticket.title"),
    "long-content": ({}, {"content": "长" * 4001}, "INVALID_FIELD", "ticket.content"),
    "phone-in-title": ({}, {"title": "请联系13812341234"}, "PERSONAL_DATA_MISPLACED", "ticket.title"),
    "identity-number": ({}, {"content": "身份证37081119900101123X"}, "PERSONAL_DATA_MISPLACED", "ticket.content"),
    "no-source": ({}, {"source": "SOURCE_UNSPECIFIED"}, "REQUIRED_FIELD", "ticket.source"),
    "unknown-source": ({}, {"source": 77}, "INVALID_FIELD", "ticket.source"),
    "unknown-grade": ({}, {"grade": 5}, "INVALID_FIELD", "ticket.grade"),
    "hotline-without-number": ({}, {"source": "SOURCE_HOTLINE", "source_system": "jining-12345"}, "REQUIRED_FIELD",
                               "ticket.record_number"),
    "number-without-system": ({}, {"record_number": "1"}, "REQUIRED_FIELD", "ticket.source_system"),
    "event-without-source": ({}, {"reception_day": EVENT}, "INVALID_FIELD", "ticket.reception_day"),
    "source-without-event": ({}, {"source": "SOURCE_RECEPTION_DAY"}, "REQUIRED_FIELD", "ticket.reception_day"),
    "no-promise": ({}, {"source": "SOURCE_RECEPTION_DAY", "reception_day": EVENT}, "PROMISED_DATE_REQUIRED",
                   "ticket.promised_date"),
    "promise-on-no-day": ({}, {"promised_date": {"year": 2026, "month": 2, "day": 30}}, "INVALID_DATE",
                          "ticket.promised_date"),
    "holder-without-level": ({}, {"holder": {"unit": GRIDS[0]}}, "REQUIRED_FIELD", "ticket.holder.level"),
    "holder-of-another-level": ({}, {"holder": {**GRID, "level": "LEVEL_COUNTY"}}, "INVALID_FIELD",
                                "ticket.holder.level"),
    "firm-as-holder": ({}, {"holder": {"unit": FIRMS[0], "level": "LEVEL_GRID"}}, "INVALID_NAME", "ticket.holder.unit"),
    "received-tomorrow": ({"event_time": ago(days=-1), "history": []}, {}, "EVENT_TIME_IN_FUTURE", "event_time"),
    "bad-id": ({"ticket_id": "Ticket_1"}, {}, "INVALID_FIELD", "ticket_id"),
    "long-history": ({"history": [{}] * 201}, {}, "TOO_MANY_ENTRIES", "history"),
    "history-without-time": ({"history": [{"action": "ACTION_ACCEPT"}]}, {}, "REQUIRED_FIELD", "history[0].event_time"),
    "history-without-action": ({"history": [{"event_time": ago(hours=1)}]}, {}, "REQUIRED_FIELD", "history[0].action"),
    "history-of-tomorrow": ({"history": [entry("ACCEPT", event_time=ago(days=-1))]}, {}, "EVENT_TIME_IN_FUTURE",
                            "history[0].event_time"),
    "history-without-holder": ({"history": [entry("ACCEPT"), entry("DISPATCH", holder=None)]}, {}, "REQUIRED_FIELD",
                               "history[1].holder"),
    "long-name-of-caller": ({"caller": {"personal_name": "长" * 65}}, {}, "INVALID_FIELD", "caller.personal_name"),
}


@pytest.mark.parametrize("request_fields, fields, reason, field", DEMANDS.values(), ids=DEMANDS.keys())
def test_wrong_demands(api, unchanged, request_fields, fields, reason, field):
    unchanged()
    with refused("INVALID_ARGUMENT", reason, field):
        create(api, request=request_fields, **fields)


@pytest.mark.parametrize("field, name", [
    ("division", f"{CITY}/divisions/370811099001"), ("grid", f"{CITY}/grids/none"),
    ("compound", f"{CITY}/compounds/none"), ("project", f"{CITY}/projects/none"),
    ("firm", f"{CITY}/firms/91330100799655058B"),
])
def test_what_a_demand_refers_to_must_be_there(api, unchanged, field, name):
    unchanged()
    with refused("FAILED_PRECONDITION", "REFERENCE_NOT_FOUND", None, {"field": f"ticket.{field}", "name": name}):
        create(api, **{field: name})


def test_history_is_in_order_and_by_the_rules(api, unchanged):
    unchanged()
    late_first = [entry("ACCEPT", event_time=ago(hours=2)), entry("DISPATCH", event_time=ago(hours=3))]
    with refused("FAILED_PRECONDITION", "EVENT_TIME_BEFORE_LAST"):
        create(api, request={"history": late_first})
    with refused("FAILED_PRECONDITION", "EVENT_TIME_BEFORE_LAST"):
        create(api, request={"history": [entry("ACCEPT", event_time=ago(hours=6))]})
    with refused("FAILED_PRECONDITION", "ACTION_NOT_ALLOWED", None, {"state": "ACCEPTED", "action": "START"}):
        create(api, "ACCEPT START")


CALLS = [
    # What has happened before; the action, its fields: reason, field.
    ("ACCEPT", "DISPATCH", {"holder": None}, "REQUIRED_FIELD", "holder"),
    ("ACCEPT", "DISPATCH", {"holder": {**GRID, "level": 9}}, "INVALID_FIELD", "holder.level"),
    ("ACCEPT", "DISPATCH", {"holder": {**GRID, "unit": "cities/371100/grids/g1"}}, "OTHER_CITY", "holder.unit"),
    ("ACCEPT", "DISPATCH", {"promised_date": {"year": 2025, "month": 2, "day": 29}}, "INVALID_DATE", "promised_date"),
    ("ACCEPT", "DISPATCH", {"promised_date": day("2025-01-01")}, "INVALID_FIELD", "promised_date"),
    ("ACCEPT", "EXTEND", {"working_days": 0}, "INVALID_FIELD", "working_days"),
    ("ACCEPT", "EXTEND", {"working_days": 366}, "INVALID_FIELD", "working_days"),
    ("ACCEPT", "EXTEND", {"reason": " "}, "REQUIRED_FIELD", "reason"),
    ("ACCEPT", "EXTEND", {"reason": "长" * 501}, "INVALID_FIELD", "reason"),
    ("ACCEPT", "EXTEND", {"reason": "电话13812341234"}, "PERSONAL_DATA_MISPLACED", "reason"),
    ("ACCEPT DISPATCH SIGN START", "RESOLVE", {"resolution": 0}, "REQUIRED_FIELD", "resolution"),
    ("ACCEPT DISPATCH SIGN START", "RESOLVE", {"resolution": 4}, "INVALID_FIELD", "resolution"),
    ("ACCEPT DISPATCH SIGN START", "RESOLVE", {"public_answer": ""}, "REQUIRED_FIELD", "public_answer"),
    ("ACCEPT DISPATCH SIGN START", "RESOLVE", {"public_answer": "长" * 2001}, "INVALID_FIELD", "public_answer"),
    ("ACCEPT DISPATCH SIGN START RESOLVE", "CALL_BACK", {"feedback": None}, "REQUIRED_FIELD", "feedback"),
    ("ACCEPT DISPATCH SIGN START RESOLVE", "CALL_BACK", {"feedback": {}}, "REQUIRED_FIELD", "feedback.satisfaction"),
    ("", "MERGE", {"merged_into": ""}, "REQUIRED_FIELD", "merged_into"),
    ("", "MERGE", {"merged_into": "leading"}, "INVALID_NAME", "merged_into"),
    ("", "MERGE", {"merged_into": "cities/371100/tickets/leading"}, "OTHER_CITY", "merged_into"),
    ("", "REFUSE", {"non_acceptance_reason": 0}, "REQUIRED_FIELD", "non_acceptance_reason"),
    ("", "REFUSE", {"public_answer": ""}, "REQUIRED_FIELD", "public_answer"),
    ("REFUSE", "REVIEW", {"review_outcome": 3}, "INVALID_FIELD", "review_outcome"),
    ("ACCEPT", "ESCALATE", {"acting_unit": ""}, "REQUIRED_FIELD", "acting_unit"),
    ("ACCEPT", "ESCALATE", {"reason": ""}, "REQUIRED_FIELD", "reason"),
    ("ACCEPT DISPATCH", "SIGN", {"officer": {"reference": "x" * 65}}, "INVALID_FIELD", "officer.reference"),
    ("ACCEPT DISPATCH SIGN", "START", {"note": "长" * 4001}, "INVALID_FIELD", "note"),
    ("", "ACCEPT", {"grade": 5}, "INVALID_FIELD", "grade"),
    ("", "ACCEPT", {"event_time": ago(days=-1)}, "EVENT_TIME_IN_FUTURE", "event_time"),
    ("", "ACCEPT", {"request_id": ""}, "REQUIRED_FIELD", "request_id"),
    ("", "ACCEPT", {"request_id": "1"}, "INVALID_REQUEST_ID", "request_id"),
]


@pytest.mark.parametrize("way, action, fields, reason, field", CALLS)
def test_wrong_actions(api, unchanged, way, action, fields, reason, field):
    name = create(api, way).name
    unchanged()
    with refused("INVALID_ARGUMENT", reason, field):
        act(api, name, action, **fields)


RULES = [
    # What has happened before; the action, its fields: reason, metadata.
    ("", "ACCEPT", {"etag": '"zz"'}, "ETAG_MISMATCH", {}),
    ("", "ACCEPT", {"event_time": ago(hours=6)}, "EVENT_TIME_BEFORE_LAST", {}),
    ("", "MERGE", {"merged_into": f"{CITY}/tickets/none"}, "REFERENCE_NOT_FOUND", {"field": "merged_into"}),
    ("ACCEPT", "DISPATCH", {"holder": STREET}, "DISPATCH_UPWARDS", {"level": "COMMUNITY"}),
    ("ACCEPT", "DISPATCH", {"holder": {**GRID, "unit": GRIDS[1]}}, "UNIT_OUTSIDE_SUBTREE", {"unit": GRIDS[1]}),
    ("ACCEPT", "ESCALATE", {"holder": {"unit": COUNTY, "level": "LEVEL_COUNTY"}}, "LEVEL_SKIPPED",
     {"level": "COMMUNITY", "expected_level": "STREET"}),
    ("ACCEPT", "ESCALATE", {"holder": {**STREET, "unit": STREETS[1]}}, "UNIT_OUTSIDE_SUBTREE", {"unit": STREETS[1]}),
    ("ACCEPT", "ESCALATE", {"acting_unit": GRIDS[0]}, "NOT_HOLDER", {"holder": COMMUNITIES[0]}),
    ("ACCEPT DISPATCH", "RETURN", {"acting_unit": COMMUNITIES[0]}, "NOT_HOLDER", {"holder": GRIDS[0]}),
    ("ACCEPT DISPATCH RETURN DISPATCH", "RETURN", {}, "RETURNED_BEFORE", {}),
    ("ACCEPT", "EXTEND", {"working_days": 11}, "EXTENSION_TOO_LONG", {"limit": "10", "already": "0"}),
    ("ACCEPT EXTEND", "EXTEND", {"working_days": 9}, "EXTENSION_TOO_LONG", {"limit": "10", "already": "2"}),
    ("MERGE", "CALL_BACK", {}, "LEADING_TICKET_UNRESOLVED", {}),
]


@pytest.mark.parametrize("way, action, fields, reason, metadata", RULES)
def test_actions_against_the_rules(api, unchanged, way, action, fields, reason, metadata):
    current = create(api, way)
    unchanged()
    code = "ABORTED" if reason == "ETAG_MISMATCH" else "FAILED_PRECONDITION"
    with refused(code, reason, None, metadata):
        act(api, current.name, action, **fields)
    assert api.GetTicket(name=current.name) == current


def test_time_limits_of_return_and_extension(api, unchanged):
    """Loaded late, a return is judged by when it happened: four weeks are more than any holidays leave open."""
    old = {"event_time": ago(days=60), "history": [entry("ACCEPT", event_time=ago(days=59)),
                                                    entry("DISPATCH", event_time=ago(days=58))]}
    current = create(api, request=old)
    due = current.due.date
    unchanged()
    with pytest.raises(grpc.RpcError) as caught:
        act(api, current.name, "RETURN", event_time=ago(days=30))
    refusal = Refusal.of_call(caught.value)
    refusal.check(grpc.StatusCode.FAILED_PRECONDITION, "RETURN_TOO_LATE")
    assert refusal.metadata["last_day"]
    with refused("FAILED_PRECONDITION", "EXTENSION_TOO_LATE", None,
                 {"due_date": f"{due.year:04}-{due.month:02}-{due.day:02}"}):
        act(api, current.name, "EXTEND", event_time=ago(days=30))


def test_reopening_needs_dissatisfaction(api, unchanged):
    name = create(api, "ACCEPT DISPATCH SIGN START RESOLVE").name
    act(api, name, "CALL_BACK", feedback={"satisfaction": "SATISFACTION_SATISFIED"})
    unchanged()
    with refused("FAILED_PRECONDITION", "NOT_DISSATISFIED"):
        act(api, name, "REOPEN")


def test_merging_needs_another_open_ticket(api, unchanged):
    name = create(api).name
    done = create(api, "ACCEPT DISPATCH SIGN START RESOLVE").name
    unchanged()
    with refused("FAILED_PRECONDITION", "MERGE_NOT_ALLOWED", None, {"merged_into": name}):
        act(api, name, "MERGE", merged_into=name)
    with refused("FAILED_PRECONDITION", "MERGE_NOT_ALLOWED", None, {"merged_into": done, "state": "RESOLVED"}):
        act(api, name, "MERGE", merged_into=done)


def test_promise_is_made_once(api, unchanged):
    name = create(api, "ACCEPT", promised_date=day("2090-01-01")).name
    unchanged()
    with refused("FAILED_PRECONDITION", "PROMISE_NOT_MOVED", None, {"promised_date": "2090-01-01"}):
        act(api, name, "DISPATCH", promised_date=day("2090-01-02"))
    with refused("INVALID_ARGUMENT", "INVALID_UPDATE_MASK", "ticket.promised_date"):
        api.UpdateTicket(ticket={"name": name, "promised_date": day("2090-01-02")})


def test_nothing_is_raised_at_an_event_that_was_not_held(api, unchanged):
    plan = {"division": COMMUNITIES[0], "kind": "KIND_OWNERS_TALK", "planned_start_time": ago(hours=20)}
    event = api.CreateReceptionDay(parent=CITY, reception_day=plan).name
    raised = {"source": "SOURCE_RECEPTION_DAY", "reception_day": event, "promised_date": day("2090-01-01")}
    unchanged()
    with refused("FAILED_PRECONDITION", "EVENT_NOT_HELD"):
        create(api, **raised)


def test_events_follow_their_states(api, unchanged):
    plan = {"division": COMMUNITIES[0], "kind": "KIND_OWNERS_TALK", "planned_start_time": ago(hours=20)}
    cancelled = api.CreateReceptionDay(parent=CITY, reception_day=plan).name
    api.CancelReceptionDay(name=cancelled, reason="下雨")
    unchanged()
    for name, state in [(cancelled, "CANCELLED"), (EVENT, "HELD")]:
        with refused("FAILED_PRECONDITION", "ACTION_NOT_ALLOWED", None, {"state": state}):
            api.HoldReceptionDay(name=name, start_time=ago(hours=19))
    with refused("FAILED_PRECONDITION", "ACTION_NOT_ALLOWED", None, {"state": "CANCELLED"}):
        api.CancelReceptionDay(name=cancelled, reason="下雨")
    with refused("INVALID_ARGUMENT", "REQUIRED_FIELD", "reception_day.project"):
        api.CreateReceptionDay(parent=CITY, reception_day={**plan, "kind": "KIND_MANAGER_RECEPTION_DAY"})
    with refused("INVALID_ARGUMENT", "INVALID_UPDATE_MASK", "reception_day.state"):
        api.UpdateReceptionDay(reception_day={"name": EVENT, "state": "STATE_PLANNED"})


def test_record_number_is_unique_for_ever(api, unchanged):
    number = {"source": "SOURCE_HOTLINE", "source_system": "jining-12345", "record_number": "77"}
    first = create(api, **number).name
    api.DeleteTicket(name=first)
    unchanged()
    with refused("ALREADY_EXISTS", "RECORD_NUMBER_TAKEN", None, {"name": first}):
        create(api, **number)


@pytest.mark.parametrize("path", ["state", "due", "event_count", "colour", "holder.unit"])
def test_update_has_no_mask_for_what_the_server_sets(api, unchanged, path):
    name = create(api).name
    unchanged()
    with refused("INVALID_ARGUMENT", "INVALID_UPDATE_MASK", "update_mask.paths[0]"):
        api.UpdateTicket(ticket={"name": name, "state": "STATE_CLOSED"}, update_mask={"paths": [path]})


@pytest.mark.parametrize("field, value", [
    ("source", "SOURCE_VISIT"), ("source_system", "b"), ("record_number", "9"), ("holder", STREET),
])
def test_update_keeps_what_is_given_at_creation(api, unchanged, field, value):
    name = create(api).name
    unchanged()
    with refused("INVALID_ARGUMENT", "INVALID_UPDATE_MASK", f"ticket.{field}"):
        api.UpdateTicket(ticket={"name": name, field: value}, update_mask={"paths": [field]})


def test_batches_and_imports_have_bounds(api, unchanged):
    unchanged()
    many = [api.CreateTicketRequest()] * 1001
    over_a_batch = {"limit": "1000", "came": "1001"}
    with refused("INVALID_ARGUMENT", "TOO_MANY_ENTRIES", "requests", over_a_batch):
        api.BatchCreateTickets(parent=CITY, requests=many)
    with refused("INVALID_ARGUMENT", "REQUIRED_FIELD", "requests"):
        api.BatchCreateTickets(parent=CITY)
    with refused("INVALID_ARGUMENT", "TOO_MANY_ENTRIES", "requests", over_a_batch):
        api.ImportTickets(iter([api.ImportTicketsRequest(parent=CITY, requests=many)]))
    full = [api.ImportTicketsRequest(parent=CITY, requests=many[:1000])] * 10
    one_more = api.ImportTicketsRequest(requests=many[:1])
    with refused("INVALID_ARGUMENT", "TOO_MANY_ENTRIES", "requests", {"limit": "10000", "came": "10001"}):
        api.ImportTickets(iter([*full, one_more]))
    assert api.ImportTickets(iter(full)).failed_count == 10_000
    with refused("INVALID_ARGUMENT", "REQUIRED_FIELD", "parent"):
        api.ImportTickets(iter([]))
    with refused("INVALID_ARGUMENT", "REQUIRED_FIELD", "parent"):
        api.ImportTickets(iter([api.ImportTicketsRequest(requests=many[:1])]))
    with refused("INVALID_ARGUMENT", "OTHER_CITY", "parent"):
        api.ImportTickets(iter([full[0], api.ImportTicketsRequest(parent="cities/371100")]))


def test_entry_of_another_city_is_refused_alone(api, unchanged):
    unchanged()
    foreign = api.request("CreateTicket", parent="cities/371100", ticket=ticket())
    results = api.BatchCreateTickets(parent=CITY, requests=[foreign]).results
    Refusal.of_status(results[0].error).check(grpc.StatusCode.INVALID_ARGUMENT, "OTHER_CITY", "parent")
