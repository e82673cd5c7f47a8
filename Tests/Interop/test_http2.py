"""nghttp, h2load and peers that no gRPC library is: each gets the answer that HTTP/2 (RFC 9113) and gRPC over HTTP/2
have for it, and the server goes on."""

import contextlib
import re
import socket
import subprocess

import h2.errors
import h2.settings
import pytest
from raw_http2 import Peer, framed
from small_city import CITY, ticket

PATH = "/redsail.v1.DivisionService/GetCity"


@pytest.fixture
def peer(api, module_server):
    """A raw connection; at the end of the test the server answers others as before."""
    with Peer(module_server.port) as peer:
        yield peer
    assert api.GetCity(name=CITY).name == CITY


@pytest.fixture
def body(api):
    return framed(api.GetCityRequest(name=CITY).SerializeToString())


def headers(*extra, path=PATH, method="POST", content_type="application/grpc", te="trailers"):
    named = [(":method", method), (":scheme", "http"), (":path", path), (":authority", "redsail"), ("te", te),
             ("content-type", content_type), *extra]
    return [(name, value) for name, value in named if value is not None]


def write_request(path, message):
    path.write_bytes(framed(message.SerializeToString()))
    return path


def test_nghttp_sees_the_frames_of_a_call(api, module_server, tmp_path):
    created = api.CreateTicket(parent=CITY, ticket=ticket(title="看得见"))
    data = write_request(tmp_path / "request", api.GetTicketRequest(name=created.name))
    seen = subprocess.run(
        ["nghttp", "-v", "--data", str(data), "-H", "te: trailers", "-H", "content-type: application/grpc",
         f"http://127.0.0.1:{module_server.port}/redsail.v1.TicketService/GetTicket"],
        capture_output=True, timeout=60, check=True,
    ).stdout
    plain = re.sub(rb"\x1b\[[0-9;]*m", b"", seen)
    received = [line.split(b") ", 1)[1] for line in plain.splitlines() if b"recv (stream_id=" in line]
    assert received[0] == b":status: 200"
    assert b"content-type: application/grpc" in received[1:-1]
    # The status comes last, in trailers that end the stream.
    assert received[-1] == b"grpc-status: 0"
    assert b"; END_STREAM" in plain[plain.index(b"grpc-status: 0"):]
    assert framed(created.SerializeToString()) in seen


def test_h2load_gets_all_its_calls_answered(api, module_server, tmp_path):
    """2,000 posts with one request id on eight connections store one ticket."""
    before = len(api.ListTickets(parent=CITY).tickets)
    request = api.request("CreateTicket", parent=CITY, ticket=ticket(title="一件"))
    data = write_request(tmp_path / "request", request)
    result = subprocess.run(
        ["h2load", "--requests", "2000", "--clients", "8", "--max-concurrent-streams", "25", "--data", str(data),
         "--header", "te: trailers", "--header", "content-type: application/grpc",
         f"http://127.0.0.1:{module_server.port}/redsail.v1.TicketService/CreateTicket"],
        capture_output=True, text=True, timeout=120, check=True,
    ).stdout
    assert "2000 total, 2000 started, 2000 done, 2000 succeeded, 0 failed, 0 errored, 0 timeout" in result
    assert "status codes: 2000 2xx, 0 3xx, 0 4xx, 0 5xx" in result
    # Each answer is the ticket, since a failed call has no message: its bytes and prefix, 2,000 times.
    answer = framed(api.CreateTicket(request).SerializeToString())
    assert f"({2000 * len(answer)}) data" in result
    assert len(api.ListTickets(parent=CITY).tickets) == before + 1


def check_answer(answer, city):
    assert (answer.http_status, answer.grpc_status, answer.reset) == ("200", "0", None)
    assert answer.data == framed(city.SerializeToString())


@pytest.mark.parametrize("content_type", [
    "application/grpc", "application/grpc+proto", "application/grpc;charset=utf-8", "application/grpc+proto; x=y",
])
def test_content_types_of_grpc(peer, body, api, content_type):
    check_answer(peer.answer(peer.send(headers(content_type=content_type), body)), api.GetCity(name=CITY))


@pytest.mark.parametrize("content_type", [
    None, "", "application/json", "text/plain", "application/grpc-web", "application/grpc+json", "application/grpcx",
])
def test_other_content_types_are_415(peer, body, content_type):
    answer = peer.answer(peer.send(headers(content_type=content_type), body))
    assert (answer.http_status, answer.grpc_status, answer.data) == ("415", None, b"")


@pytest.mark.parametrize("method", ["GET", "PUT", "OPTIONS", "post"])
def test_other_http_methods_are_405(peer, method):
    answer = peer.answer(peer.send(headers(method=method)))
    assert (answer.http_status, answer.grpc_status, answer.data) == ("405", None, b"")


def test_te_must_be_trailers(peer, body, api):
    """A proxy that lost `te` may lose trailers too, so gRPC's C core answers UNKNOWN; another value is malformed
    (RFC 9113 §8.2.2)."""
    answer = peer.answer(peer.send(headers(te=None), body))
    assert (answer.http_status, answer.grpc_status) == ("200", "2") and "te: trailers" in answer.grpc_message
    assert peer.answer(peer.send(headers(te="gzip"), body)).reset == h2.errors.ErrorCodes.PROTOCOL_ERROR
    check_answer(peer.answer(peer.send(headers(), body)), api.GetCity(name=CITY))


@pytest.mark.parametrize("path, said", [
    ("/", "malformed path"), ("/redsail.v1.DivisionService", "malformed path"), (f"{PATH}/", "malformed path"),
    (f"/{PATH}", "malformed path"), (f"{PATH}?x=1", "unknown method"),
    ("/redsail.v1.divisionservice/GetCity", "unknown service"),
    ("/%72edsail.v1.DivisionService/GetCity", "unknown service"), ("/" + "a" * 8000 + "/b", "unknown service"),
])
def test_unknown_paths_are_unimplemented(peer, body, path, said):
    answer = peer.answer(peer.send(headers(path=path), body))
    assert (answer.http_status, answer.grpc_status) == ("200", "12")
    assert said in answer.grpc_message


@pytest.mark.parametrize("wrong", [
    [(":method", "POST"), (":scheme", "http"), (":authority", "redsail"), ("te", "trailers")],
    headers(path="no-slash"),
    headers(("connection", "close")),
    headers(("transfer-encoding", "chunked")),
    headers(("Upper", "case")),
    headers((":late", "pseudo")),
    headers(("a", "line\r\nbreak")),
])
def test_malformed_requests_are_reset(peer, body, api, wrong):
    """RFC 9113 §8.1.1: a stream error of type PROTOCOL_ERROR; the connection goes on."""
    assert peer.answer(peer.send(wrong, body)).reset == h2.errors.ErrorCodes.PROTOCOL_ERROR
    check_answer(peer.answer(peer.send(headers(), body)), api.GetCity(name=CITY))


@pytest.mark.parametrize("sent, status, said", [
    (framed(b"")[:3], "13", "within a message"),
    (framed(b"abc")[:-1], "13", "within a message"),
    (b"", "12", "exactly one"),
    (framed(b"") + framed(b""), "12", "exactly one"),
    (framed(b"", flag=1), "13", "Compressed-Flag"),
    (framed(b"", flag=7), "13", "Compressed-Flag"),
    (b"\x00\xff\xff\xff\xff", "8", "4294967295"),
])
def test_wrong_framing(peer, sent, status, said):
    answer = peer.answer(peer.send(headers(), sent))
    assert (answer.http_status, answer.grpc_status) == ("200", status)
    assert said in answer.grpc_message


def test_unknown_encoding_is_told_with_what_is_known(peer, body):
    answer = peer.answer(peer.send(headers(("grpc-encoding", "snappy")), body))
    assert answer.grpc_status == "12" and "snappy" in answer.grpc_message
    assert "identity" in {**answer.headers, **answer.trailers}["grpc-accept-encoding"]


def test_large_headers_are_refused_and_larger_ones_end_the_connection(peer, body, module_server, api):
    """The bound is 32 KiB, announced as SETTINGS_MAX_HEADER_LIST_SIZE."""
    peer.receive_until(lambda: h2.settings.SettingCodes.MAX_HEADER_LIST_SIZE in peer.settings)
    assert peer.settings[h2.settings.SettingCodes.MAX_HEADER_LIST_SIZE] == 32 * 1024
    # The peer's encoder sends a field that repeats as one byte: the bound is on what it stands for.
    field = ("x", "v" * 3_900)
    check_answer(peer.answer(peer.send(headers(*[field] * 7), body)), api.GetCity(name=CITY))
    for large in [[field] * 12, [("x", str(number)) for number in range(300)]]:
        answer = peer.answer(peer.send(headers(*large), body))
        assert (answer.http_status, answer.grpc_status) == ("200", "8")
        assert "headers are larger" in answer.grpc_message
    check_answer(peer.answer(peer.send(headers(), body)), api.GetCity(name=CITY))
    with Peer(module_server.port) as larger:
        larger.send(headers(*[field] * 60), body)
        larger.receive_until(lambda: False)
        assert larger.is_closed


def test_resets_in_the_middle_of_calls(peer, body, api):
    """A caller that gives up on many calls is normal: before the request is whole, and while it is answered."""
    watch = framed(api.WatchChangesRequest(parent=CITY, from_latest=True).SerializeToString())
    for _ in range(100):
        peer.reset(peer.send(headers(), body[:4], end=False))
        peer.reset(peer.send(headers(), body))
        stream = peer.send(headers(path="/redsail.v1.ChangeFeedService/WatchChanges"), watch)
        answer = peer.answers[stream]
        peer.receive_until(lambda: answer.data)
        peer.reset(stream)
    check_answer(peer.answer(peer.send(headers(), body)), api.GetCity(name=CITY))


def test_streams_are_bounded_and_pings_answered(peer):
    peer.receive_until(lambda: h2.settings.SettingCodes.MAX_CONCURRENT_STREAMS in peer.settings)
    assert 1 <= peer.settings[h2.settings.SettingCodes.MAX_CONCURRENT_STREAMS] <= 10_000
    peer.http2.ping(b"redsail!")
    peer.flush()
    peer.receive_until(lambda: peer.pings)
    assert peer.pings == [b"redsail!"]


@pytest.mark.parametrize("sent", [
    b"GET / HTTP/1.1\r\nHost: redsail\r\n\r\n", b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", b"\x00" * 64,
    b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n" + b"\xff" * 64,
])
def test_what_is_not_http2_ends_its_connection(peer, module_server, sent):
    with socket.create_connection(("127.0.0.1", module_server.port), timeout=30) as stranger:
        stranger.sendall(sent)
        with contextlib.suppress(ConnectionError):
            while stranger.recv(65536):
                pass


def test_connections_that_vanish(peer, body, module_server):
    for _ in range(20):
        with Peer(module_server.port) as gone:
            gone.send(headers(), body[:6], end=False)
            gone.send(headers(), body)
