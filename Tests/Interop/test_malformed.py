"""Wrong input of each kind gets the code, reason and field that errors.proto promises, and leaves nothing behind."""

import re

import grpc
import pytest
from redsail_api import SCHEMA, Refusal
from small_city import (
    CITY, COMMUNITIES, COMPOUNDS, COUNTY, FIRMS, GRIDS, PROJECTS, STREETS, ago, day, division, ticket,
)

# The code of each reason, as the comments of errors.proto give it in brackets.
CODES = {
    name: getattr(grpc.StatusCode, code)
    for code, name in re.findall(
        r"// \[(\w+)\](?:(?!// \[).)*?ERROR_REASON_(\w+) = ", (SCHEMA / "errors.proto").read_text(), re.DOTALL
    )
}


@pytest.fixture
def untouched(api):
    """Nothing is stored while the test runs."""
    cursor = api.ListChanges(parent=CITY, from_latest=True).next_cursor
    cities = api.ListCities().cities
    yield
    assert not api.ListChanges(parent=CITY, cursor=cursor).changes
    assert api.ListCities().cities == cities


def check_refused(call, reason, field=None, metadata=None):
    with pytest.raises(grpc.RpcError) as caught:
        call()
    refusal = Refusal.of_call(caught.value)
    refusal.check(CODES[reason], reason, field, metadata)
    return refusal


def compound(**fields):
    """A request that creates a compound, with some fields of the compound changed; `request` holds those of its own."""
    request = {"parent": CITY, "compound_id": "new", **fields.pop("request", {})}
    place = {"division": COMMUNITIES[0], "display_name": "新小区"}
    return {"compound": {**place, **fields}, **request}


def firm(code, **fields):
    return {"parent": CITY, "firm_id": code, "firm": {"division": COUNTY, "display_name": "某物业", **fields}}


def street(code, level="LEVEL_STREET", parent=COUNTY, **fields):
    return {"parent": CITY, "division_id": code, "division": {**division(code, level, parent), **fields}}


def tickets(**fields):
    return {"parent": CITY, **fields}


def update(kind, name, *paths, **fields):
    """A request that updates a record with a mask."""
    return {kind: {"name": name, **fields}, "update_mask": {"paths": paths}}


def cases(method, *rows):
    """Rows of fields, reason, wrong field and, where it matters, metadata."""
    return [pytest.param(method, *row, *[None] * (4 - len(row)), id=f"{method}-{row[1]}-{number}")
            for number, row in enumerate(rows)]


NAMES = [
    *cases(
        "GetTicket",
        ({"name": ""}, "REQUIRED_FIELD", "name"),
        *[({"name": name}, "INVALID_NAME", "name") for name in [
            "tickets/1", f"{CITY}/tickets/", f"{CITY}/tickets/a/b", f"{CITY}/firms/x", f"/{CITY}/tickets/a", "票",
            f"{CITY}/tickets/a\0", f"{CITY}/tickets/../tickets/a",
        ]],
        ({"name": f"{CITY}/tickets/none"}, "NOT_FOUND"),
        ({"name": "cities/371100/tickets/none"}, "NOT_FOUND"),
    ),
    *cases("GetCity", ({"name": "cities"}, "INVALID_NAME", "name"), ({"name": "cities/370900"}, "NOT_FOUND")),
    *cases("GetTicketCaller", ({"name": f"{CITY}/tickets/a"}, "INVALID_NAME", "name")),
    *cases(
        "GetScoreboard",
        ({"name": CITY}, "INVALID_NAME", "name"),
        ({"name": "cities/370900/scoreboard"}, "NOT_FOUND"),
    ),
    *cases(
        "ListTickets",
        ({"parent": ""}, "REQUIRED_FIELD", "parent"),
        ({"parent": f"{CITY}/"}, "INVALID_NAME", "parent"),
        ({"parent": "cities/济宁"}, "INVALID_NAME", "parent"),
        ({"parent": "cities/370900"}, "NOT_FOUND"),
        (tickets(division="370811"), "INVALID_NAME", "division"),
        (tickets(division="cities/371100/divisions/371102"), "OTHER_CITY", "division"),
    ),
    *cases(
        "BatchGetTickets",
        (tickets(), "REQUIRED_FIELD", "names"),
        (tickets(names=[f"{CITY}/tickets/none", "x"]), "INVALID_NAME", "names[1]"),
        (tickets(names=["cities/371100/tickets/a"]), "OTHER_CITY", "names[0]"),
        (tickets(names=[f"{CITY}/tickets/none"]), "NOT_FOUND"),
        (tickets(names=[f"{CITY}/tickets/none"] * 1001), "TOO_MANY_ENTRIES", "names",
         {"limit": "1000", "came": "1001"}),
    ),
]

FIELDS = [
    *cases(
        "CreateCompound",
        ({"parent": CITY, "compound_id": "new"}, "REQUIRED_FIELD", "compound"),
        (compound(request={"compound_id": "Über"}), "INVALID_FIELD", "compound_id"),
        (compound(request={"compound_id": "a" * 65}), "INVALID_FIELD", "compound_id"),
        (compound(request={"compound_id": "c1"}), "NAME_TAKEN"),
        (compound(division=""), "REQUIRED_FIELD", "compound.division"),
        (compound(division="divisions/370811012001"), "INVALID_NAME", "compound.division"),
        (compound(division="cities/371100/divisions/371102001001"), "OTHER_CITY", "compound.division"),
        (compound(division=f"{CITY}/divisions/370811012999"), "REFERENCE_NOT_FOUND", None,
         {"field": "compound.division", "name": f"{CITY}/divisions/370811012999"}),
        (compound(grid=f"{CITY}/grids/none"), "REFERENCE_NOT_FOUND", None, {"field": "compound.grid"}),
        (compound(display_name=""), "REQUIRED_FIELD", "compound.display_name"),
        (compound(display_name="红\0帆"), "INVALID_FIELD", "compound.display_name"),
        (compound(build_year=-1), "INVALID_FIELD", "compound.build_year"),
        (compound(household_count=-1), "INVALID_FIELD", "compound.household_count"),
        (compound(external_ids=[{"source_system": "a", "id": "1"}, {"id": "2"}]), "REQUIRED_FIELD",
         "compound.external_ids[1].source_system"),
        (compound(external_ids=[{"source_system": "a" * 65, "id": "1"}]), "INVALID_FIELD",
         "compound.external_ids[0].source_system"),
        # Days that do not exist, and periods that end before they begin.
        *[(compound(valid_from=dict(zip(["year", "month", "day"], date))), "INVALID_DATE", "compound.valid_from")
          for date in [(2025, 2, 29), (2025, 13, 1), (2025, 0, 1), (2025, 4, 31), (0, 1, 1), (10000, 1, 1),
                       (2025, 6, 0), (2025, -1, 1)]],
        (compound(valid_from={"year": 2025}), "INVALID_DATE", "compound.valid_from"),
        (compound(valid_to={}), "INVALID_DATE", "compound.valid_to"),
        (compound(valid_from=day("2025-02-01"), valid_to=day("2025-01-01")), "PERIOD_REVERSED", "compound.valid_to"),
        (compound(valid_from=day("2025-02-01"), valid_to=day("2025-02-01")), "PERIOD_REVERSED", "compound.valid_to"),
        # Times of events.
        (compound(request={"event_time": ago(days=-1)}), "EVENT_TIME_IN_FUTURE", "event_time"),
        (compound(request={"event_time": {"nanos": -1}}), "INVALID_FIELD", "event_time"),
        (compound(request={"event_time": {"seconds": 2**62}}), "INVALID_FIELD", "event_time"),
        # Request ids.
        (compound(request={"request_id": ""}), "REQUIRED_FIELD", "request_id"),
        *[(compound(request={"request_id": wrong}), "INVALID_REQUEST_ID", "request_id")
          for wrong in ["1", "0" * 36, "123e4567e89b42d3a456426614174000", "{123e4567-e89b-42d3-a456-426614174000}",
                        "123e4567-e89b-42d3-a456-42661417400g", "123e4567-e89b-42d3-a456-4266141740001"]],
    ),
    *cases(
        "CreateFirm",
        ({**firm(""), "firm_id": ""}, "REQUIRED_FIELD", "firm_id"),
        # One character short and one long; wrong check character; letters that the alphabet leaves out; lower case.
        *[(firm(code), "INVALID_CREDIT_CODE", "firm_id") for code in [
            "91370811MA3YYYY16", "91370811MA3YYYY16XX", "91370811MA3YYYY16Y", "9137O811MA3YYYY16X",
            "91370811MI3YYYY16X",
            "91370811ma3yyyy16x", "91370811MA3YYYY16 ", "９1370811MA3YYYY16X", "-1370811MA3YYYY16X",
        ]],
        (firm(FIRMS[0].rsplit("/", 1)[1]), "NAME_TAKEN"),
    ),
    *cases(
        "CreateCity",
        ({"city_id": "", "city": {"display_name": "某市"}}, "REQUIRED_FIELD", "city_id"),
        *[({"city_id": code, "city": {"display_name": "某市"}}, "INVALID_DIVISION_CODE", "city_id")
          for code in ["37080", "370811", "370000", "37O800", "3708000", "济宁"]],
        ({"city_id": "370800", "city": {"display_name": "某市"}}, "NAME_TAKEN"),
        ({"city_id": "370900", "city": {"display_name": "某市", "demonstration": {
            "scale_millionths": 4999, "as_of_date": day("2026-01-31")}}}, "INVALID_FIELD",
         "city.demonstration.scale_millionths"),
    ),
    *cases(
        "CreateDivision",
        ({**street("370811021"), "division_id": ""}, "REQUIRED_FIELD", "division_id"),
        *[(street(code), "INVALID_DIVISION_CODE", "division.code")
          for code in ["37081101", "3708110120", "370811", "37081101200A", "37081101O", "000000000"]],
        (street("370811021", level="LEVEL_COUNTY"), "INVALID_DIVISION_CODE", "division.code"),
        ({**street("370811021"), "division_id": "370811022"}, "INVALID_DIVISION_CODE", "division_id"),
        (street("370811021", level="LEVEL_UNSPECIFIED"), "REQUIRED_FIELD", "division.level"),
        (street("370811021", level=9), "INVALID_FIELD", "division.level"),
        (street("370811021", parent=""), "REQUIRED_FIELD", "division.parent_division"),
        (street("370811021", parent=COMMUNITIES[0]), "INVALID_PARENT"),
        (street("370811021", parent=STREETS[0]), "INVALID_PARENT"),
        (street("370811021", parent=f"{CITY}/divisions/370899"), "REFERENCE_NOT_FOUND"),
    ),
    *cases(
        "CreateProject",
        *[({"parent": CITY, "project": {"division": COMMUNITIES[0], "display_name": "项目", "firm": FIRMS[0],
                                        "compounds": [COMPOUNDS[0]], **wrong}}, *refusal) for wrong, *refusal in [
            ({"compounds": []}, "REQUIRED_FIELD", "project.compounds"),
            ({"firm": ""}, "REQUIRED_FIELD", "project.firm"),
            ({"manager_terms": [
                {"manager": {"reference": "a"}, "valid_from": day("2025-01-01"), "valid_to": day("2025-06-01")},
                {"manager": {"reference": "b"}, "valid_from": day("2025-05-31")},
            ]}, "PERIOD_OVERLAP"),
        ]],
    ),
    *cases(
        "CreatePartyOrganisation",
        *[({"parent": CITY, "party_organisation": {
            "division": COMMUNITIES[0], "display_name": "支部", "kind": "KIND_BRANCH", "sphere": "SPHERE_COMPOUND",
            **wrong,
        }}, *refusal) for wrong, *refusal in [
            ({"kind": "KIND_UNSPECIFIED"}, "REQUIRED_FIELD", "party_organisation.kind"),
            ({"sphere": 99}, "INVALID_FIELD", "party_organisation.sphere"),
            ({"valid_from": day("2025-01-01"), "links": [
                {"subject": COMPOUNDS[0], "valid_from": day("2024-12-31")},
            ]}, "PERIOD_OUTSIDE"),
            ({"links": [{"subject": COMPOUNDS[0], "valid_from": day("2025-01-01")}] * 2}, "PERIOD_OVERLAP"),
            ({"links": [{"subject": COMPOUNDS[0]}]}, "REQUIRED_FIELD", "party_organisation.links[0].valid_from"),
        ]],
    ),
    *cases(
        "CreateCommittee",
        *[({"parent": CITY, "committee": {
            "division": COMMUNITIES[1], "display_name": "业委会", "kind": "KIND_OWNERS", "compounds": [COMPOUNDS[1]],
            "valid_from": day("2025-01-01"), "valid_to": day("2030-01-01"), **wrong,
        }}, *refusal) for wrong, *refusal in [
            ({"seats": -1}, "INVALID_FIELD", "committee.seats"),
            ({"seats": 5, "party_member_count": 6}, "INVALID_FIELD", "committee.party_member_count"),
            ({"compounds": []}, "REQUIRED_FIELD", "committee.compounds"),
            ({"compounds": [COMPOUNDS[1]] * 2}, "INVALID_FIELD", "committee.compounds[1]"),
            ({"valid_to": None}, "REQUIRED_FIELD", "committee.valid_to"),
            ({"kind": "KIND_COMMUNITY"}, "INVALID_FIELD", "committee.compounds"),
        ]],
    ),
    *cases("DeleteCompound", ({"name": COMPOUNDS[0]}, "STILL_REFERENCED", None, {"name": PROJECTS[0]})),
    *cases("DeleteFirm", ({"name": FIRMS[0], "etag": "x"}, "ETAG_MISMATCH")),
    *cases(
        "UndeleteFirm",
        ({"name": FIRMS[0]}, "NOT_DELETED"),
        ({"name": f"{CITY}/firms/91330100799655058B"}, "NOT_FOUND"),
    ),
    *cases(
        "UpdateFirm",
        ({"firm": {"name": FIRMS[0], "short_name": "甲"}, "event_time": ago(days=20)}, "EVENT_TIME_BEFORE_LAST"),
        ({}, "REQUIRED_FIELD", "firm"),
        ({"firm": {"short_name": "甲"}}, "REQUIRED_FIELD", "firm.name"),
        ({"firm": {"name": GRIDS[0], "short_name": "甲"}}, "INVALID_NAME", "firm.name"),
        ({"firm": {"name": FIRMS[0], "short_name": "甲", "etag": "\"zz\""}}, "ETAG_MISMATCH"),
        # Masks: fields that are not there, that the server sets, that stay, and parts of fields.
        (update("firm", FIRMS[0], "colour"), "INVALID_UPDATE_MASK", "update_mask.paths[0]"),
        (update("firm", FIRMS[0], "short_name", "shortName"), "INVALID_UPDATE_MASK", "update_mask.paths[1]"),
        (update("firm", FIRMS[0], ""), "INVALID_UPDATE_MASK", "update_mask.paths[0]"),
        (update("firm", FIRMS[0], "short_name", "*"), "INVALID_UPDATE_MASK", "update_mask.paths[1]"),
        *[(update("firm", FIRMS[0], path), "INVALID_UPDATE_MASK", "update_mask.paths[0]")
          for path in ["credit_code", "create_time", "update_time", "delete_time", "event_time", "backfilled", "name",
                       "valid_from.year", "external_ids[0].id"]],
        (update("firm", FIRMS[0], "display_name"), "REQUIRED_FIELD", "firm.display_name"),
    ),
    *cases(
        "UpdateDivision",
        (update("division", STREETS[0], "level", level="LEVEL_COUNTY"), "INVALID_UPDATE_MASK", "division.level"),
        (update("division", STREETS[0], "code", code="370811099"), "INVALID_UPDATE_MASK", "division.code"),
        (update("division", STREETS[0], "*", code="370811099", level="LEVEL_STREET", display_name="甲",
                parent_division=COUNTY), "INVALID_UPDATE_MASK", "division.code"),
        (update("division", COUNTY, "parent_division", parent_division=STREETS[0]), "INVALID_PARENT"),
    ),
    *cases(
        "GetScoreboard",
        ({"name": f"{CITY}/scoreboard", "scale": 1.5}, "INVALID_FIELD", "scale"),
        ({"name": f"{CITY}/scoreboard", "scale": 0.001}, "INVALID_FIELD", "scale"),
        ({"name": f"{CITY}/scoreboard", "scale": float("nan")}, "INVALID_FIELD", "scale"),
        ({"name": f"{CITY}/scoreboard", "as_of_date": day("2025-02-30")}, "INVALID_DATE", "as_of_date"),
    ),
]

LISTS = [
    *cases(
        "ListTickets",
        (tickets(page_size=-1), "INVALID_FIELD", "page_size"),
        *[(tickets(page_token=token), "INVALID_PAGE_TOKEN", "page_token") for token in ["x", "Zm9v", "票", "A" * 4000]],
        # Filters that cannot be read, with the place of the fault.
        *[(tickets(filter=text), "INVALID_FILTER", "filter", {"position": str(position)}) for text, position in [
            ("state =", 7), ("state = RECEIVED AND", 20), ("(state = RECEIVED", 17), ("state = RECEIVED)", 16),
            ("= RECEIVED", 0), ('title("x")', 0), ('record_number = "1', 16), ("路灯", 0),
            ("state = RECIEVED", 8), ("state = 1x", 8), ('receive_time > "yesterday"', 15),
            ('promised_date = "2025-02-29"', 16), ("resolved_on_site = 3", 19), ("resolved_on_site = maybe", 19),
        ]],
        (tickets(filter="(" * 21 + "state = RECEIVED" + ")" * 21), "INVALID_FILTER", "filter", {"position": "20"}),
        (tickets(filter=" ".join(["state = RECEIVED"] * 65)), "INVALID_FILTER", "filter"),
        (tickets(filter="record_number = \"" + "1" * 4096 + "\""), "INVALID_FILTER", "filter"),
        (tickets(filter="nothing = 1"), "FIELD_NOT_INDEXED", "filter", {"field": "nothing"}),
        (tickets(filter='state = RECEIVED AND title = "路灯"'), "FIELD_NOT_INDEXED", "filter", {"field": "title"}),
        (tickets(filter='holder.level = "LEVEL_GRID"'), "FIELD_NOT_INDEXED", "filter", {"field": "holder.level"}),
        (tickets(order_by="create_time sideways"), "INVALID_ORDER_BY", "order_by"),
        (tickets(order_by="create_time desc asc"), "INVALID_ORDER_BY", "order_by"),
        (tickets(order_by="create_time,,update_time"), "INVALID_ORDER_BY", "order_by"),
        (tickets(order_by="title"), "FIELD_NOT_INDEXED", "order_by", {"field": "title"}),
        (tickets(order_by="create_time desc, nothing"), "FIELD_NOT_INDEXED", "order_by", {"field": "nothing"}),
    ),
    *cases(
        "ListCompounds",
        (tickets(filter='build_year = "old"'), "INVALID_FILTER", "filter", {"position": "13"}),
        (tickets(filter="build_year = 99999999999999999999"), "INVALID_FILTER", "filter", {"position": "13"}),
        (tickets(filter="old_compound = 2"), "INVALID_FILTER", "filter", {"position": "15"}),
        (tickets(order_by="household_count"), "FIELD_NOT_INDEXED", "order_by", {"field": "household_count"}),
    ),
    *cases(
        "ListCities",
        ({"filter": "code = 1"}, "FIELD_NOT_INDEXED", "filter"),
        ({"page_token": "x"}, "INVALID_PAGE_TOKEN", "page_token"),
    ),
    *cases(
        "ListChanges",
        *[(tickets(cursor=cursor), "INVALID_CURSOR", "cursor") for cursor in ["x", "Zm9v", "游标", "0"]],
        (tickets(kinds=["redsail/Ticket", "Ticket"]), "INVALID_FIELD", "kinds[1]"),
        (tickets(max_changes=-1), "INVALID_FIELD", "max_changes"),
        (tickets(division=GRIDS[0]), "INVALID_NAME", "division"),
        ({"parent": "cities/370900"}, "NOT_FOUND"),
    ),
]


@pytest.mark.parametrize("method, fields, reason, field, metadata", NAMES + FIELDS + LISTS)
def test_wrong_request(api, untouched, method, fields, reason, field, metadata):
    check_refused(lambda: getattr(api, method)(**fields), reason, field, metadata)


@pytest.mark.parametrize("fields, reason, field", [
    ({"parent": "cities/x"}, "INVALID_NAME", "parent"),
    ({"parent": "cities/370900"}, "NOT_FOUND", None),
    (tickets(cursor="x"), "INVALID_CURSOR", "cursor"),
    (tickets(kinds=["x"]), "INVALID_FIELD", "kinds[0]"),
    (tickets(progress_interval={"nanos": 999_999_999}), "INVALID_FIELD", "progress_interval"),
    (tickets(progress_interval={"seconds": 601}), "INVALID_FIELD", "progress_interval"),
    (tickets(progress_interval={"seconds": 2**63 - 1}), "INVALID_FIELD", "progress_interval"),
    (tickets(progress_interval={"seconds": 1, "nanos": -1}), "INVALID_FIELD", "progress_interval"),
])
def test_wrong_watch(api, untouched, fields, reason, field):
    check_refused(lambda: next(api.WatchChanges(**fields)), reason, field)


def test_every_wrong_field_is_told_at_once(api, untouched):
    with pytest.raises(grpc.RpcError) as caught:
        api.CreateCompound(**compound(display_name="", build_year=-1, valid_from={"year": 2025}))
    refusal = Refusal.of_call(caught.value)
    assert {field: violation.reason for field, violation in refusal.fields.items()} == {
        "compound.display_name": "REQUIRED_FIELD", "compound.build_year": "INVALID_FIELD",
        "compound.valid_from": "INVALID_DATE",
    }


@pytest.mark.parametrize("method, fields, reason, field", [
    ("GetTicket", {"name": "票" * 100_000}, "INVALID_NAME", "name"),
    ("BatchGetTickets", {"parent": CITY, "names": ["票" * 100] * 1000}, "INVALID_NAME", "names[0]"),
    ("ListTickets", {"parent": CITY, "filter": "a" * 4_000 + " = 1"}, "FIELD_NOT_INDEXED", "filter"),
    ("ListTickets", {"parent": CITY, "order_by": "票" * 4_000}, "FIELD_NOT_INDEXED", "order_by"),
    ("ListChanges", {"parent": CITY, "kinds": ["红帆" * 1_000] * 100}, "INVALID_FIELD", "kinds[0]"),
    ("UpdateFirm", update("firm", FIRMS[0], *["票" * 1_000] * 1_000), "INVALID_UPDATE_MASK", "update_mask.paths[0]"),
    ("CreateCompound", compound(external_ids=[{"source_system": "a" * 9_000}] * 100), "INVALID_FIELD",
     "compound.external_ids[0].source_system"),
])
def test_much_that_is_wrong_is_told_in_short(api, untouched, method, fields, reason, field):
    """A gRPC client takes 8 KiB of headers: a larger error would reach it as RESOURCE_EXHAUSTED."""
    with pytest.raises(grpc.RpcError) as caught:
        getattr(api, method)(**fields)
    refusal = Refusal.of_call(caught.value)
    assert (refusal.code, refusal.reason) == (grpc.StatusCode.INVALID_ARGUMENT, reason)
    assert next(iter(refusal.fields)) == field
    trailers = sum(len(key) + len(value) + 32 for key, value in caught.value.trailing_metadata())
    # The message comes percent-encoded, the details in base64.
    assert trailers * 4 / 3 + len(refusal.message.encode()) * 3 < 8 * 1024


def tampered(token):
    """The token with one character of each of its ends and its middle changed, one at a time."""
    for place in [0, len(token) // 2, len(token) - 2]:
        changed = "A" if token[place] != "A" else "B"
        yield token[:place] + changed + token[place + 1:]
    yield token[:-4]
    yield token + token


def test_page_token_belongs_to_its_query(api):
    query = {"parent": CITY, "page_size": 1, "filter": f'division = "{COMMUNITIES[0]}"', "order_by": "display_name"}
    for number in range(2):
        api.CreateCompound(**compound(request={"compound_id": f"page-{number}"}))
    token = api.ListCompounds(**query).next_page_token
    assert token
    assert api.ListCompounds(**{**query, "page_size": 2}, page_token=token).compounds
    others = [
        {"filter": ""}, {"order_by": "display_name desc"}, {"show_deleted": True}, {"division": COUNTY},
    ]
    for other in others:
        check_refused(
            lambda: api.ListCompounds(**{**query, **other}, page_token=token), "INVALID_PAGE_TOKEN", "page_token"
        )
    check_refused(lambda: api.ListGrids(parent=CITY, page_token=token), "INVALID_PAGE_TOKEN", "page_token")
    check_refused(lambda: api.ListChanges(parent=CITY, cursor=token), "INVALID_CURSOR", "cursor")
    for wrong in tampered(token):
        check_refused(lambda: api.ListCompounds(**query, page_token=wrong), "INVALID_PAGE_TOKEN", "page_token")


def test_cursor_belongs_to_its_city_and_selection(api):
    api.CreateCity(city_id="371100", city={"display_name": "日照市"})
    cursor = api.ListChanges(parent=CITY, max_changes=1).next_cursor
    others = [
        {"parent": "cities/371100"}, {"division": COUNTY}, {"kinds": ["redsail/Ticket"]},
    ]
    for other in others:
        request = {"parent": CITY, "cursor": cursor, **other}
        check_refused(lambda: api.ListChanges(**request), "INVALID_CURSOR", "cursor")
    check_refused(
        lambda: api.ListChanges(parent=CITY, cursor=cursor, from_latest=True), "INVALID_FIELD", "from_latest"
    )
    for wrong in tampered(cursor):
        check_refused(lambda: api.ListChanges(parent=CITY, cursor=wrong), "INVALID_CURSOR", "cursor")


@pytest.mark.parametrize("time", [{"seconds": 2**63 - 1}, {"seconds": -(2**63)}, {"nanos": -1}], ids=str)
def test_what_the_server_sets_is_not_read(api, time):
    """Not even where it is no time at all."""
    written = {field: time for field in ["create_time", "update_time", "delete_time", "event_time"]}
    made = api.CreateCompound(**compound(request={"compound_id": ""}, **written, etag="x", backfilled=True))
    assert made.create_time == made.update_time and not made.HasField("delete_time") and not made.backfilled
    assert made.event_time.seconds == made.create_time.seconds
    same = api.UpdateCompound(compound={"name": made.name, "address": "路", **written}, update_mask={"paths": ["address"]})
    assert same.create_time == made.create_time and not same.HasField("delete_time")


def test_request_id_is_for_one_payload(api):
    request = api.request("CreateCompound", **compound(request={"compound_id": "once", "request_id": api.new_id()}))
    created = api.CreateCompound(request)
    cursor = api.ListChanges(parent=CITY, from_latest=True).next_cursor
    assert api.CreateCompound(request) == created
    request.compound.display_name = "另一小区"
    check_refused(lambda: api.CreateCompound(request), "REQUEST_ID_REUSED")
    request.request_id = request.request_id.upper()
    check_refused(lambda: api.CreateCompound(request), "REQUEST_ID_REUSED")
    check_refused(lambda: api.DeleteCompound(name=created.name, request_id=request.request_id), "REQUEST_ID_REUSED")
    assert not api.ListChanges(parent=CITY, cursor=cursor).changes


# Bytes that are no message: where they are sent, what is sent, and what the status must name of it.
BYTES = {
    "truncated": ("TicketService/GetTicket", b"\x0a\x10cities", "GetTicketRequest"),
    "field-number-0": ("TicketService/GetTicket", b"\x02\x00", "GetTicketRequest"),
    "endless-varint": ("TicketService/ListTickets", b"\x10" + b"\xff" * 11, "ListTicketsRequest"),
    "open-group": ("TicketService/GetTicket", b"\x0b", "GetTicketRequest"),
    "length-beyond-2-GiB": ("TicketService/GetTicket", b"\x0a\xff\xff\xff\xff\x7f", "GetTicketRequest"),
    "not-UTF-8": ("TicketService/GetTicket", b"\x0a\x02\xc3\x28", "field name"),
    "surrogate": ("TicketService/GetTicket", b"\x0a\x03\xed\xa0\x80", "field name"),
    "not-UTF-8-inside": ("TicketService/CreateTicket", b"\x1a\x04\x52\x02\xff\xfe", "field ticket.title"),
    "JSON": ("TicketService/GetTicket", b'{"name": "cities/370800/tickets/1"}', "GetTicketRequest"),
}


def call_with(api, path, data):
    return api.channel.unary_unary(f"/redsail.v1.{path}")(data, timeout=30)


@pytest.mark.parametrize("path, data, named", BYTES.values(), ids=BYTES.keys())
def test_wrong_bytes_are_named(api, untouched, path, data, named):
    field = named.removeprefix("field ") if named.startswith("field ") else None
    refusal = check_refused(lambda: call_with(api, path, data), "UNDECODABLE_REQUEST", field)
    assert named in refusal.message


def test_nesting_is_bounded(api, untouched):
    """The schema of the requests has no recursion, but unknown groups nest too."""
    for depth in [99, 101, 5_000, 100_000]:
        with pytest.raises(grpc.RpcError) as caught:
            call_with(api, "TicketService/GetTicket", b"\x7b" * depth + b"\x7c" * depth)
        if depth < 100:
            assert Refusal.of_call(caught.value).reason == "REQUIRED_FIELD"
        else:
            refusal = Refusal.of_call(caught.value)
            refusal.check(grpc.StatusCode.INTERNAL, "UNDECODABLE_REQUEST")
            assert "nested at most 100 deep" in refusal.message


def test_too_large_a_message_is_refused(api, untouched):
    """The limit is 4 MiB a message, as gRPC has it elsewhere."""
    fits = api.request("CreateTicket", parent=CITY, ticket=ticket(content="长"), ticket_id="x")
    fits.ticket.content = "a" * (4 * 1024 * 1024 - fits.ByteSize() - 7)
    while fits.ByteSize() < 4 * 1024 * 1024:
        fits.ticket.content += "a"
    assert fits.ByteSize() == 4 * 1024 * 1024
    check_refused(lambda: api.CreateTicket(fits), "INVALID_FIELD", "ticket.content")
    fits.ticket.content += "a"
    with pytest.raises(grpc.RpcError) as caught:
        api.CreateTicket(fits)
    assert caught.value.code() == grpc.StatusCode.RESOURCE_EXHAUSTED
    assert str(4 * 1024 * 1024) in caught.value.details()


def test_unknown_fields_are_no_fault(api):
    created = api.CreateTicket(parent=CITY, ticket=ticket())
    data = api.GetTicketRequest(name=created.name).SerializeToString() + b"\xfa\x3f\x03abc"
    assert api.Ticket.FromString(call_with(api, "TicketService/GetTicket", data)) == created
