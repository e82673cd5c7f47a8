"""Deadlines, cancellation, sizes, metadata and calls that arrive together, as grpcio sees them."""

import concurrent.futures
import queue
import signal
import threading

import grpc
import pytest
from raw_http2 import Peer, framed
from redsail_api import Refusal
from small_city import CITY, build, ticket

THREADS = 200
WATCH = "/redsail.v1.ChangeFeedService/WatchChanges"


def at_once(count, call):
    """Makes `call(0)`, `call(1)` … in as many threads, all let go together; returns answers and refusals in order."""
    gate = threading.Barrier(count)

    def run(number):
        gate.wait()
        try:
            return call(number)
        except grpc.RpcError as error:
            return Refusal.of_call(error)

    with concurrent.futures.ThreadPoolExecutor(count) as pool:
        return list(pool.map(run, range(count)))


def split(outcomes):
    refusals = [outcome for outcome in outcomes if isinstance(outcome, Refusal)]
    return [outcome for outcome in outcomes if not isinstance(outcome, Refusal)], refusals


def test_one_request_sent_from_many_threads_is_done_once(api):
    before = len(api.ListTickets(parent=CITY, page_size=1000).tickets)
    request = api.request("CreateTicket", parent=CITY, ticket=ticket(title="一次"))
    answers, refusals = split(at_once(THREADS, lambda _: api.CreateTicket(request)))
    assert not refusals and all(answer == answers[0] for answer in answers)
    assert len(api.ListTickets(parent=CITY, page_size=1000).tickets) == before + 1


def test_one_request_id_with_many_payloads_is_for_one(api):
    request_id = api.new_id()
    outcomes = at_once(
        THREADS, lambda number: api.CreateTicket(parent=CITY, ticket=ticket(title=f"第{number}件"), request_id=request_id)
    )
    answers, refusals = split(outcomes)
    assert len(answers) == 1
    for refusal in refusals:
        refusal.check(grpc.StatusCode.ALREADY_EXISTS, "REQUEST_ID_REUSED")


def test_etag_race_has_one_winner(api):
    created = api.CreateTicket(parent=CITY, ticket=ticket())
    outcomes = at_once(
        THREADS,
        lambda number: api.UpdateTicket(
            ticket={"name": created.name, "etag": created.etag, "title": f"第{number}改"},
            update_mask={"paths": ["title"]},
        ),
    )
    winners, refusals = split(outcomes)
    assert len(winners) == 1
    for refusal in refusals:
        refusal.check(grpc.StatusCode.ABORTED, "ETAG_MISMATCH", None, {"etag": winners[0].etag})
    assert api.GetTicket(name=created.name) == winners[0]


def test_action_race_has_one_winner(api):
    name = api.CreateTicket(parent=CITY, ticket=ticket()).name
    winners, refusals = split(at_once(THREADS, lambda _: api.AcceptTicket(name=name)))
    assert len(winners) == 1 and api.GetTicket(name=name) == winners[0]
    for refusal in refusals:
        refusal.check(grpc.StatusCode.FAILED_PRECONDITION, "ACTION_NOT_ALLOWED", None, {"state": "ACCEPTED"})
    assert len(api.ListTicketEvents(parent=name).ticket_events) == 1


def test_name_and_record_number_races_have_one_winner(api):
    number = {"source": "SOURCE_HOTLINE", "source_system": "jining-12345", "record_number": "race"}
    for reason, fields, entry in [("NAME_TAKEN", {"ticket_id": "race"}, {}), ("RECORD_NUMBER_TAKEN", {}, number)]:
        winners, refusals = split(
            at_once(THREADS, lambda _: api.CreateTicket(parent=CITY, ticket=ticket(**entry), **fields))
        )
        assert len(winners) == 1
        for refusal in refusals:
            refusal.check(grpc.StatusCode.ALREADY_EXISTS, reason)


def test_deadline_ends_a_call_that_would_last(api):
    watch = api.stub("WatchChanges")(api.WatchChangesRequest(parent=CITY, from_latest=True), timeout=0.3)
    with pytest.raises(grpc.RpcError) as caught:
        while True:
            next(watch)
    assert caught.value.code() == grpc.StatusCode.DEADLINE_EXCEEDED
    assert api.GetCity(name=CITY).name == CITY


def test_server_keeps_the_deadline_itself(api, module_server):
    """A caller that only states its deadline and waits is told by the server."""
    headers = [(":method", "POST"), (":scheme", "http"), (":path", WATCH), (":authority", "redsail"),
               ("te", "trailers"), ("content-type", "application/grpc"), ("grpc-timeout", "100m")]
    with Peer(module_server.port) as peer:
        request = api.WatchChangesRequest(parent=CITY, from_latest=True)
        answer = peer.answer(peer.send(headers, framed(request.SerializeToString())))
        assert answer.grpc_status == str(grpc.StatusCode.DEADLINE_EXCEEDED.value[0])


def test_deadlines_leave_no_half_done_writes(api):
    """Whether a call was in time or not, the same request again has the one answer."""
    requests = [api.request("CreateTicket", parent=CITY, ticket_id=f"late{number}", ticket=ticket(title="限时"))
                for number in range(100)]
    _, refusals = split(at_once(len(requests), lambda number: api.CreateTicket(requests[number], timeout=0.002)))
    assert {refusal.code for refusal in refusals} <= {grpc.StatusCode.DEADLINE_EXCEEDED}
    for request in requests:
        assert api.CreateTicket(request) == api.GetTicket(name=f"{CITY}/tickets/{request.ticket_id}")


def test_cancelled_calls_do_not_hold_the_server(server, connect):
    """An import and feeds in progress end when their callers cancel: what came before is kept, and the drain, which
    gives calls in progress 30 s, has none to wait for."""
    api = connect(server)
    build(api)
    start = api.ListChanges(parent=CITY, from_latest=True).next_cursor
    feeds = [api.WatchChanges(parent=CITY, cursor=start) for _ in range(50)]
    sent = queue.SimpleQueue()
    sent.put(api.ImportTicketsRequest(parent=CITY, requests=[api.request("CreateTicket", ticket=ticket(title="先到"))]))
    running = api.stub("ImportTickets").future(iter(sent.get, None), timeout=60)
    assert {next(feed).changes[0].ticket.title for feed in feeds} == {"先到"}
    for call in [running, *feeds]:
        assert call.cancel()
    for feed in feeds:
        with pytest.raises(grpc.RpcError) as caught:
            next(feed)
        assert caught.value.code() == grpc.StatusCode.CANCELLED
    sent.put(None)
    [kept] = api.ListTickets(parent=CITY).tickets
    assert kept.title == "先到"
    server.process.send_signal(signal.SIGTERM)
    assert server.process.wait(timeout=25) == 0


def test_client_may_bound_what_it_receives(module_server, connect, api):
    created = api.CreateTicket(parent=CITY, ticket=ticket(content="长" * 4000))
    small = connect(module_server, ("grpc.max_receive_message_length", 1000))
    with pytest.raises(grpc.RpcError) as caught:
        small.GetTicket(name=created.name)
    assert caught.value.code() == grpc.StatusCode.RESOURCE_EXHAUSTED
    assert small.GetCity(name=CITY).name == CITY


def test_feed_of_long_texts_stays_readable(api):
    """A client with gRPC's usual limit of 4 MiB a message reads every change: of a stream it cannot ask for smaller
    messages."""
    demands = []
    for _ in range(2):
        requests = [api.request("CreateTicket", ticket=ticket(content="𠀀" * 4000, place="𠀀" * 64)) for _ in range(100)]
        demands += [result.receipt.name for result in api.BatchCreateTickets(parent=CITY, requests=requests).results]
    start = api.ListChanges(parent=CITY, from_latest=True).next_cursor
    refusal = {"non_acceptance_reason": "NON_ACCEPTANCE_REASON_PETITION", "public_answer": "𠀀" * 2000}
    for name in demands:
        api.RefuseTicket(name=name, **refusal)

    feed, watched = api.WatchChanges(parent=CITY, cursor=start), []
    while len(watched) < len(demands):
        watched += next(feed).changes
    feed.cancel()
    assert [change.name for change in watched] == demands

    pulled, cursor, more = [], start, True
    while more:
        page = api.ListChanges(parent=CITY, cursor=cursor, max_changes=1000)
        pulled, cursor, more = [*pulled, *page.changes], page.next_cursor, page.more
    assert pulled == watched


def test_metadata_of_the_caller_are_taken_and_not_sent_back(api):
    sent = [("x-trace", "a, b"), ("x-trace", "c"), ("x-data-bin", bytes(range(256))), ("x-empty", ""),
            ("x-empty-bin", b"")]
    answer, call = api.stub("GetCity").with_call(api.GetCityRequest(name=CITY), metadata=sent, timeout=30)
    assert answer.name == CITY
    returned = {key for key, _ in [*call.initial_metadata(), *call.trailing_metadata()]}
    assert not returned & {key for key, _ in sent}


@pytest.mark.parametrize("name, value, status", [
    ("x-data-bin", "AAEC", "0"), ("x-data-bin", "AAECAw==", "0"), ("x-data-bin", "AA,AQ", "0"),
    ("x-text", "plain", "0"), ("x-data-bin", "not base64!", "13"), ("x-data-bin", "A", "13"),
])
def test_binary_metadata_are_base64(api, module_server, name, value, status):
    headers = [(":method", "POST"), (":scheme", "http"), (":path", "/redsail.v1.DivisionService/GetCity"),
               (":authority", "redsail"), ("te", "trailers"), ("content-type", "application/grpc"), (name, value)]
    with Peer(module_server.port) as peer:
        answer = peer.answer(peer.send(headers, framed(api.GetCityRequest(name=CITY).SerializeToString())))
    assert answer.grpc_status == status
    if status != "0":
        assert name in answer.grpc_message
