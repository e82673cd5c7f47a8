"""Requests made at random, the same in each run: every answer is OK or an error that says in full, and in the caller's
terms, what is wrong with the request; the server itself never fails."""

import random

import grpc
import pytest
from google.protobuf.descriptor import FieldDescriptor as Field
from redsail_api import Refusal, is_chinese
from small_city import CITY, COMMUNITIES, COMPOUNDS, EVENT, FIRMS, GRIDS, PROJECTS, STREETS

TEXTS = [
    "", " ", CITY, "cities/371100", COMMUNITIES[0], STREETS[1], GRIDS[0], FIRMS[0], PROJECTS[0], COMPOUNDS[0], EVENT,
    f"{CITY}/scoreboard", f"{CITY}/tickets/one", f"{CITY}/tickets/one/caller", "one", "*", "title", "display_name",
    "state = RECEIVED", "create_time desc", "\0", "红帆" * 50, "a" * 5000, "票" * 5000, "\U0001f3ee", "%s%n", "../..",
    "'; DROP TABLE ticket; --", "123e4567-e89b-42d3-a456-426614174000",
]
NUMBERS = [0, 1, -1, 7, 31, 2025, 10_000, 2**31 - 1, -(2**31), 2**62, -(2**63)]
CALLERS_FAULTS = {
    grpc.StatusCode.INVALID_ARGUMENT, grpc.StatusCode.NOT_FOUND, grpc.StatusCode.ALREADY_EXISTS,
    grpc.StatusCode.FAILED_PRECONDITION, grpc.StatusCode.ABORTED, grpc.StatusCode.PERMISSION_DENIED,
}


def value(field, chance):
    match field.type:
        case Field.TYPE_STRING if field.name == "parent" and chance.random() < 0.7:
            return CITY
        case Field.TYPE_STRING:
            return chance.choice(TEXTS)
        case Field.TYPE_BOOL:
            return chance.random() < 0.5
        case Field.TYPE_DOUBLE:
            return chance.choice([0.0, 1.0, -1.0, 1e300, float("inf"), float("nan")])
        case Field.TYPE_ENUM:
            return chance.choice([0, 1, 2, 3, -1, 99, 2**31 - 1])
        case Field.TYPE_INT32:
            return chance.choice([number for number in NUMBERS if -(2**31) <= number < 2**31])
        case Field.TYPE_INT64:
            return chance.choice(NUMBERS)
    raise ValueError(f"no values for {field.full_name}: add some")


def fill(message, chance, depth=0):
    """Sets about half of the fields, those of the messages in it too."""
    for field in message.DESCRIPTOR.fields:
        if depth > 4 or chance.random() < 0.5:
            continue
        for _ in range(chance.randint(1, 3) if field.is_repeated else 1):
            if field.type == Field.TYPE_MESSAGE:
                part = getattr(message, field.name)
                part = part.add() if field.is_repeated else part
                part.SetInParent()
                fill(part, chance, depth + 1)
            elif field.is_repeated:
                getattr(message, field.name).append(value(field, chance))
            else:
                setattr(message, field.name, value(field, chance))


def refusals_of(api, method, request):
    """What is refused of a call: all of it, or entries of it."""
    stub = api.stub(method.name)
    try:
        if method.server_streaming:
            # A feed that has nothing to tell ends by its deadline.
            feed = stub(request, timeout=0.05)
            next(feed)
            feed.cancel()
            return []
        answer = stub(iter([request] * 2) if method.client_streaming else request, timeout=30)
    except grpc.RpcError as error:
        quiet = method.server_streaming and error.code() == grpc.StatusCode.DEADLINE_EXCEEDED
        return [] if quiet else [Refusal.of_call(error)]
    results = getattr(answer, "results", [])
    return [Refusal.of_status(result.error) for result in results if result.HasField("error")]


@pytest.mark.parametrize("seed", range(3))
def test_random_requests(api, seed):
    chance = random.Random(seed)
    for service in api.services:
        for method in service.methods:
            for _ in range(15):
                request = getattr(api, method.input_type.name)()
                fill(request, chance)
                if "request_id" in method.input_type.fields_by_name and chance.random() < 0.9:
                    request.request_id = api.new_id()
                for refusal in refusals_of(api, method, request):
                    told = f"{method.full_name} {refusal.code}: {refusal.message}"
                    assert refusal.code in CALLERS_FAULTS, told
                    assert refusal.domain == "redsail" and refusal.reason and is_chinese(refusal.chinese), told
                    # Words of the server's own language are nobody's business.
                    assert not any(word in refusal.message for word in ["Optional(", "unrecognized(", "Error("]), told
    assert api.GetCity(name=CITY).name == CITY
