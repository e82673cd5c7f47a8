"""grpc.testing.TestService on grpcio: the peer that our client plays the interoperability cases against."""

import time
from concurrent import futures

import grpc
from grpc_testing import INITIAL, METHODS, OPTIONS, SERVICE, TRAILING, decoder, encode, messages, zeros


def echo_metadata(context):
    sent = context.invocation_metadata()
    context.send_initial_metadata([(key, value) for key, value in sent if key == INITIAL])
    context.set_trailing_metadata([(key, value) for key, value in sent if key == TRAILING])



def echo_status(status, context):
    if status.code:
        code = next(code for code in grpc.StatusCode if code.value[0] == status.code)
        context.abort(code, status.message)


def check_compression(received, context):
    """Whether a request came compressed as it says."""
    request = received.message
    if request.HasField("expect_compressed") and request.expect_compressed.value != received.compressed:
        context.abort(grpc.StatusCode.INVALID_ARGUMENT, "the request is not compressed as it says")


def empty_call(received, context):
    return messages.Empty()


def unary_call(received, context):
    request = received.message
    if request.response_compressed.value:
        context.set_compression(grpc.Compression.Gzip)
    echo_metadata(context)
    check_compression(received, context)
    echo_status(request.response_status, context)
    return messages.SimpleResponse(payload=zeros(request.response_size))


def responses(request, context):
    echo_status(request.response_status, context)
    for parameters in request.response_parameters:
        time.sleep(parameters.interval_us / 1e6)
        if not parameters.compressed.value:
            context.disable_next_message_compression()
        yield messages.StreamingOutputCallResponse(payload=zeros(parameters.size))


def streaming_output_call(received, context):
    context.set_compression(grpc.Compression.Gzip)
    yield from responses(received.message, context)


def streaming_input_call(requests, context):
    size = 0
    for received in requests:
        check_compression(received, context)
        size += len(received.message.payload.body)
    return messages.StreamingInputCallResponse(aggregated_payload_size=size)


def full_duplex_call(requests, context):
    context.set_compression(grpc.Compression.Gzip)
    echo_metadata(context)
    for received in requests:
        yield from responses(received.message, context)


HANDLERS = {
    "EmptyCall": empty_call,
    "UnaryCall": unary_call,
    "StreamingOutputCall": streaming_output_call,
    "StreamingInputCall": streaming_input_call,
    "FullDuplexCall": full_duplex_call,
}


def start(credentials=None):
    """A server on any free port; returns it and the port."""
    server = grpc.server(futures.ThreadPoolExecutor(max_workers=8), options=OPTIONS)
    handlers = {}
    for name, handler in HANDLERS.items():
        kind, request, _ = METHODS[name]
        handlers[name] = getattr(grpc, f"{kind}_rpc_method_handler")(handler, decoder(request), encode)
    server.add_generic_rpc_handlers([grpc.method_handlers_generic_handler(SERVICE, handlers)])
    port = server.add_secure_port("localhost:0", credentials) if credentials else server.add_insecure_port("localhost:0")
    server.start()
    return server, port
