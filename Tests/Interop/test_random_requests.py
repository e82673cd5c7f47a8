"""Requests made at random, the same in each run: every answer is OK or an error that says in full, and in the caller's
terms, what is wrong with the request; the server itself never fails."""

import datetime
import random

import grpc
import pytest
from google.api import field_behavior_pb2, resource_pb2
from google.protobuf.descriptor import FieldDescriptor as Field
from kinds import KINDS, replaced
from redsail_api import Refusal, is_chinese
from small_city import (
    BUILDINGS, CITY, COMMITTEE, COMMUNITIES, COMMUNITY_ORGANISATION, COMPOUNDS, COUNTY, ELECTION, EVENT,
    FIRM_ORGANISATION, FIRMS, GRIDS, PROJECTS, SERVICE_AREAS, STATION, STREET_ORGANISATION, STREETS, UNITS, VENUE, ago,
)

TEXTS = [
    "", " ", CITY, "cities/371100", COMMUNITIES[0], STREETS[1], GRIDS[0], FIRMS[0], PROJECTS[0], COMPOUNDS[0], EVENT,
    f"{CITY}/scoreboard", f"{CITY}/tickets/one", f"{CITY}/tickets/one/caller", "one", "*", "title", "display_name",
    "state = RECEIVED", "create_time desc", "\0", "红帆" * 50, "a" * 5000, "票" * 5000, "\U0001f3ee", "%s%n", "../..",
    "'; DROP TABLE ticket; --", "123e4567-e89b-42d3-a456-426614174000", "redsail/Firm", "contract.filing.days",
    f"{CITY}/reports/firm_coverage",
]
NUMBERS = [0, 1, -1, 7, 31, 2025, 10_000, 2**31 - 1, -(2**31), 2**62, -(2**63), 2**63 - 1]
# Names that exist, by the type that a field refers to.
NAMES = {
    "redsail/City": [CITY], "redsail/Division": [*COMMUNITIES, *STREETS, COUNTY], "redsail/Grid": GRIDS,
    "redsail/Compound": COMPOUNDS, "redsail/Firm": FIRMS, "redsail/Project": PROJECTS, "redsail/ReceptionDay": [EVENT],
    "redsail/ServiceArea": SERVICE_AREAS, "redsail/Building": BUILDINGS, "redsail/Unit": [*UNITS[0], *UNITS[1]],
    "redsail/PartyOrganisation": [STREET_ORGANISATION, COMMUNITY_ORGANISATION, FIRM_ORGANISATION],
    "redsail/Station": [STATION], "redsail/Venue": [VENUE], "redsail/Committee": [COMMITTEE],
    "redsail/Election": [ELECTION],
}
EVERY_NAME = [name for names in NAMES.values() for name in names]
CALLERS_FAULTS = {
    grpc.StatusCode.INVALID_ARGUMENT, grpc.StatusCode.NOT_FOUND, grpc.StatusCode.ALREADY_EXISTS,
    grpc.StatusCode.FAILED_PRECONDITION, grpc.StatusCode.ABORTED, grpc.StatusCode.PERMISSION_DENIED,
    grpc.StatusCode.OUT_OF_RANGE,
}


@pytest.fixture(scope="module")
def names(api):
    """The names that exist, with those of a record of every kind that the tests make."""
    names = {type: list(found) for type, found in NAMES.items()}
    for kind in KINDS:
        names.setdefault(f"redsail/{kind.message}", []).append(kind.create(api, 0)[1].name)
    names["redsail/Ticket"] = [
        api.CreateTicket(parent=CITY, ticket={"title": "漏水", "division": COMMUNITIES[0], "source": "SOURCE_GRID"}).name
        for _ in range(3)
    ]
    return names


def value(field, chance, names):
    match field.type:
        case Field.TYPE_STRING:
            type = field.GetOptions().Extensions[resource_pb2.resource_reference].type
            if field.name == "parent" and chance.random() < 0.8:
                return CITY
            if type and chance.random() < 0.7:
                return chance.choice(names.get(type) or EVERY_NAME)
            return chance.choice(TEXTS)
        case Field.TYPE_BOOL:
            return chance.random() < 0.5
        case Field.TYPE_DOUBLE:
            return chance.choice([0.0, 1.0, -1.0, 1e300, float("inf"), float("nan")])
        case Field.TYPE_ENUM:
            return chance.choice([0, 1, 2, 3, 4, -1, 99, 2**31 - 1])
        case Field.TYPE_INT32:
            return chance.choice([number for number in NUMBERS if -(2**31) <= number < 2**31])
        case Field.TYPE_INT64:
            return chance.choice(NUMBERS)
    raise ValueError(f"no values for {field.full_name}: add some")


def absence(field):
    """How often a field is left out."""
    if field_behavior_pb2.REQUIRED in field.GetOptions().Extensions[field_behavior_pb2.field_behavior]:
        return 0.15
    # Most of these would end a request before anything else is looked at.
    return 0.9 if field.name in ("etag", "page_token", "event_time") else 0.5


def fill(message, chance, names, depth=0):
    """Sets about half of the fields and most of those that are required, in the messages in it too."""
    kind = message.DESCRIPTOR.name
    if kind == "CalendarDate" and chance.random() < 0.7:
        date = datetime.date(2010, 1, 1) + datetime.timedelta(chance.randrange(6000))
        message.year, message.month, message.day = date.year, date.month, date.day
        return
    if kind == "Timestamp" and chance.random() < 0.7:
        message.FromDatetime(ago(hours=chance.randint(-20, 100)))
        return
    for field in message.DESCRIPTOR.fields:
        if depth > 4 or chance.random() < absence(field):
            continue
        for _ in range(chance.randint(1, 3) if field.is_repeated else 1):
            if field.type == Field.TYPE_MESSAGE:
                part = getattr(message, field.name)
                part = part.add() if field.is_repeated else part
                part.SetInParent()
                fill(part, chance, names, depth + 1)
            elif field.is_repeated:
                getattr(message, field.name).append(value(field, chance, names))
            else:
                setattr(message, field.name, value(field, chance, names))


def refusals_of(api, method, request):
    """What is refused of a call: all of it, or entries of it."""
    stub = api.stub(method.name)
    try:
        if method.server_streaming:
            # A feed that has nothing to tell ends by its deadline.
            feed = stub(iter([request] * 2) if method.client_streaming else request, timeout=0.05)
            next(feed, None)
            feed.cancel()
            return []
        answer = stub(iter([request] * 2) if method.client_streaming else request, timeout=30)
    except grpc.RpcError as error:
        quiet = method.server_streaming and error.code() == grpc.StatusCode.DEADLINE_EXCEEDED
        return [] if quiet else [Refusal.of_call(error)]
    results = getattr(answer, "results", []) if "error" in fields_of_results(method) else []
    return [refusal_of(api, result.error) for result in results if result.HasField("error")]


def fields_of_results(method):
    """The fields of an entry of a bulk answer."""
    results = method.output_type.fields_by_name.get("results")
    return results.message_type.fields_by_name if results and results.message_type else {}


def refusal_of(api, error):
    """An entry's error, in either of the two forms."""
    if error.DESCRIPTOR.name == "Status":
        return Refusal.of_status(error)
    code = next(code for code in grpc.StatusCode if code.value[0] == error.code)
    refusal = Refusal(code, error.message, [])
    refusal.domain, refusal.chinese = "redsail", error.localized_message
    refusal.reason = api.ErrorReason.Name(error.reason).removeprefix("ERROR_REASON_")
    return refusal


def check(api, method, request):
    for refusal in refusals_of(api, method, request):
        told = f"{method.full_name} {refusal.code}: {refusal.message}\n{str(request)[:2000]}"
        assert refusal.code in CALLERS_FAULTS, told
        assert refusal.domain == "redsail" and refusal.reason and is_chinese(refusal.chinese), told
        # Words of the server's own language are nobody's business.
        assert not any(word in refusal.message for word in ["Optional(", "unrecognized(", "Error("]), told


@pytest.mark.parametrize("seed", range(3))
def test_random_requests(api, names, seed):
    chance = random.Random(seed)
    for service in api.services:
        for method in service.methods:
            for _ in range(12):
                request = getattr(api, method.input_type.name)()
                fill(request, chance, names)
                if "request_id" in method.input_type.fields_by_name and chance.random() < 0.95:
                    request.request_id = api.new_id()
                check(api, method, request)
    assert api.GetCity(name=CITY).name == CITY


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.message)
def test_good_requests_with_something_wrong(api, names, kind):
    """Creations and updates that are in order but for one or two fields at random."""
    chance = random.Random(kind.message)
    methods = {method.name: method for service in api.services for method in service.methods}
    update = methods[f"Update{kind.message}"]
    for number in range(25):
        resource = getattr(api, kind.message)(**replaced(kind.resource, f"random-{number}"))
        changed = []
        for field in chance.sample(list(resource.DESCRIPTOR.fields), chance.randint(1, 2)):
            resource.ClearField(field.name)
            other = type(resource)()
            fill(other, chance, names)
            resource.MergeFrom(type(resource)(**{field.name: getattr(other, field.name)})
                               if field.is_repeated or not field.message_type or other.HasField(field.name)
                               else type(resource)())
            changed.append(field.name)
        parent = {"parent": CITY} if chance.random() < 0.9 else {}
        check(api, methods[f"Create{kind.message}"], api.request(
            f"Create{kind.message}", **parent, **{kind.field: resource, f"{kind.field}_id": f"random-{number}"}))
        resource.name = chance.choice(names[f"redsail/{kind.message}"])
        check(api, update, api.request(update.name, **{kind.field: resource, "update_mask": {"paths": changed}}))
    assert api.GetCity(name=CITY).name == CITY
