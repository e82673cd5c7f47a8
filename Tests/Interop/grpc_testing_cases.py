"""The interoperability cases (grpc/doc/interop-test-descriptions.md) on grpcio's client: each function is a case, and
gets a function that makes a channel."""

import os
import queue

import grpc
import pytest
from grpc_testing import INITIAL, TRAILING, Stub, messages, zeros

REQUEST_SIZES = [27182, 8, 1828, 45904]
RESPONSE_SIZES = [31415, 9, 2653, 58979]
METADATA = [(INITIAL, "test_initial_metadata_value"), (TRAILING, b"\xab\xab\xab")]
TIMEOUT = 30


def check(payload, size):
    assert payload.body == bytes(size)


def fails(code, call):
    with pytest.raises(grpc.RpcError) as caught:
        call()
    assert caught.value.code() == code, caught.value
    return caught.value.details()


def large_request(**fields):
    return messages.SimpleRequest(response_size=314159, payload=zeros(271828), **fields)


def call_large(stub, compression=None, **fields):
    response = stub.UnaryCall(large_request(**fields), timeout=TIMEOUT, compression=compression)
    check(response.message.payload, 314159)
    return response


def empty_unary(connect):
    with connect() as channel:
        assert Stub(channel).EmptyCall(messages.Empty(), timeout=TIMEOUT).message == messages.Empty()


def large_unary(connect):
    with connect() as channel:
        call_large(Stub(channel))


def client_compressed_unary(connect):
    with connect() as channel:
        stub = Stub(channel)
        expected = {"expect_compressed": {"value": True}}
        fails(grpc.StatusCode.INVALID_ARGUMENT, lambda: call_large(stub, **expected))
        call_large(stub, compression=grpc.Compression.Gzip, **expected)
        call_large(stub, expect_compressed={"value": False})


def server_compressed_unary(connect):
    with connect() as channel:
        for wanted in (True, False):
            assert call_large(Stub(channel), response_compressed={"value": wanted}).compressed == wanted


def input_request(payload, **fields):
    return messages.StreamingInputCallRequest(payload=payload, **fields)


def client_streaming(connect):
    with connect() as channel:
        requests = [input_request(zeros(size)) for size in REQUEST_SIZES]
        response = Stub(channel).StreamingInputCall(iter(requests), timeout=TIMEOUT)
        assert response.message.aggregated_payload_size == 74922


def client_compressed_streaming(connect):
    """grpcio cannot switch compression off for one message; it leaves as they are those that would not get shorter."""
    with connect() as channel:
        stub = Stub(channel)
        first = input_request(zeros(27182), expect_compressed={"value": True})
        fails(grpc.StatusCode.INVALID_ARGUMENT, lambda: stub.StreamingInputCall(iter([first]), timeout=TIMEOUT))
        second = input_request({"body": os.urandom(45904)}, expect_compressed={"value": False})
        response = stub.StreamingInputCall(
            iter([first, second]), timeout=TIMEOUT, compression=grpc.Compression.Gzip
        )
        assert response.message.aggregated_payload_size == 73086


def server_streaming(connect):
    with connect() as channel:
        request = messages.StreamingOutputCallRequest(response_parameters=[{"size": size} for size in RESPONSE_SIZES])
        responses = list(Stub(channel).StreamingOutputCall(request, timeout=TIMEOUT))
        assert len(responses) == 4
        for response, size in zip(responses, RESPONSE_SIZES):
            check(response.message.payload, size)


def server_compressed_streaming(connect):
    with connect() as channel:
        wanted = [(31415, True), (92653, False)]
        request = messages.StreamingOutputCallRequest(
            response_parameters=[{"size": size, "compressed": {"value": compressed}} for size, compressed in wanted]
        )
        responses = list(Stub(channel).StreamingOutputCall(request, timeout=TIMEOUT))
        assert [response.compressed for response in responses] == [True, False]
        for response, (size, _) in zip(responses, wanted):
            check(response.message.payload, size)


def output_request(size, response_size):
    return messages.StreamingOutputCallRequest(response_parameters=[{"size": response_size}], payload=zeros(size))


class Requests:
    """Requests that are written one by one."""

    def __init__(self):
        self._queue = queue.Queue()

    def send(self, request):
        self._queue.put(request)

    def finish(self):
        self._queue.put(None)

    def __iter__(self):
        return iter(self._queue.get, None)


def ping_pong(connect):
    with connect() as channel:
        requests = Requests()
        responses = Stub(channel).FullDuplexCall(iter(requests), timeout=TIMEOUT)
        for size, response_size in zip(REQUEST_SIZES, RESPONSE_SIZES):
            requests.send(output_request(size, response_size))
            check(next(responses).message.payload, response_size)
        requests.finish()
        assert list(responses) == []


def empty_stream(connect):
    with connect() as channel:
        assert list(Stub(channel).FullDuplexCall(iter([]), timeout=TIMEOUT)) == []


def check_metadata(call):
    assert [entry for entry in call.initial_metadata() if entry[0] == INITIAL] == METADATA[:1]
    assert [entry for entry in call.trailing_metadata() if entry[0] == TRAILING] == METADATA[1:]


def custom_metadata(connect):
    with connect() as channel:
        stub = Stub(channel)
        response, call = stub.UnaryCall.with_call(large_request(), metadata=METADATA, timeout=TIMEOUT)
        check(response.message.payload, 314159)
        check_metadata(call)
        call = stub.FullDuplexCall(iter([output_request(271828, 314159)]), metadata=METADATA, timeout=TIMEOUT)
        [response] = list(call)
        check(response.message.payload, 314159)
        check_metadata(call)


def status_code_and_message(connect):
    with connect() as channel:
        stub = Stub(channel)
        status = {"code": 2, "message": "test status message"}
        unary = messages.SimpleRequest(response_status=status)
        stream = messages.StreamingOutputCallRequest(response_status=status)
        for call in (
            lambda: stub.UnaryCall(unary, timeout=TIMEOUT),
            lambda: list(stub.FullDuplexCall(iter([stream]), timeout=TIMEOUT)),
        ):
            assert fails(grpc.StatusCode.UNKNOWN, call) == status["message"]


def special_status_message(connect):
    with connect() as channel:
        message = "\t\ntest with whitespace\r\nand Unicode BMP ☺ and non-BMP 😈\t\n"
        request = messages.SimpleRequest(response_status={"code": 2, "message": message})
        assert fails(grpc.StatusCode.UNKNOWN, lambda: Stub(channel).UnaryCall(request, timeout=TIMEOUT)) == message


def unimplemented_method(connect):
    with connect() as channel:
        call = Stub(channel).UnimplementedCall
        fails(grpc.StatusCode.UNIMPLEMENTED, lambda: call(messages.Empty(), timeout=TIMEOUT))


def unimplemented_service(connect):
    with connect() as channel:
        call = Stub(channel, "grpc.testing.UnimplementedService").UnimplementedCall
        fails(grpc.StatusCode.UNIMPLEMENTED, lambda: call(messages.Empty(), timeout=TIMEOUT))


def cancel_after_begin(connect):
    with connect() as channel:
        requests = Requests()
        call = Stub(channel).StreamingInputCall.future(iter(requests), timeout=TIMEOUT)
        call.cancel()
        requests.finish()
        assert call.code() == grpc.StatusCode.CANCELLED


def cancel_after_first_response(connect):
    with connect() as channel:
        requests = Requests()
        call = Stub(channel).FullDuplexCall(iter(requests), timeout=TIMEOUT)
        requests.send(output_request(27182, 31415))
        check(next(call).message.payload, 31415)
        call.cancel()
        requests.finish()
        assert call.code() == grpc.StatusCode.CANCELLED


def timeout_on_sleeping_server(connect):
    with connect() as channel:
        requests = Requests()
        requests.send(messages.StreamingOutputCallRequest(payload=zeros(27182)))
        call = Stub(channel).FullDuplexCall(iter(requests), timeout=0.001)
        fails(grpc.StatusCode.DEADLINE_EXCEEDED, lambda: list(call))
        requests.finish()


def rpc_soak(connect):
    with connect() as channel:
        for _ in range(100):
            call_large(Stub(channel))


def channel_soak(connect):
    for _ in range(100):
        large_unary(connect)
