"""The service test.Echo with grpcio; prints its port, then serves until it is stopped."""

import sys
import threading
from concurrent import futures

import grpc

import wire


def echo(request, context):
    metadata = context.invocation_metadata()
    context.send_initial_metadata([(k, v) for k, v in metadata if k.startswith("x-")])
    context.set_trailing_metadata([(k, v) for k, v in metadata if k.startswith("t-")])
    return request


def fail(request, context):
    context.set_trailing_metadata([("t-reason", "why")])
    code = [code for code in grpc.StatusCode if code.value[0] == int(request)][0]
    context.abort(code, "漏水 100% \n")


cancelled = threading.Event()


def wait(request, context):
    ended = threading.Event()
    context.add_callback(ended.set)
    ended.wait()
    cancelled.set()
    return request


def was_cancelled(request, context):
    cancelled.wait()
    return b"yes"


def collect(requests, context):
    sizes = [len(request) for request in requests]
    return f"{len(sizes)} {sum(sizes)}".encode()


def repeat(request, context):
    count, size = map(int, request.split())
    for index in range(count):
        yield bytes([index & 0xFF]) * size


def chat(requests, context):
    yield from requests


handlers = {
    "Echo": grpc.unary_unary_rpc_method_handler(echo, wire.decode, wire.encode),
    "Fail": grpc.unary_unary_rpc_method_handler(fail, wire.decode, wire.encode),
    "Wait": grpc.unary_unary_rpc_method_handler(wait, wire.decode, wire.encode),
    "WasCancelled": grpc.unary_unary_rpc_method_handler(was_cancelled, wire.decode, wire.encode),
    "Collect": grpc.stream_unary_rpc_method_handler(collect, wire.decode, wire.encode),
    "Repeat": grpc.unary_stream_rpc_method_handler(repeat, wire.decode, wire.encode),
    "Chat": grpc.stream_stream_rpc_method_handler(chat, wire.decode, wire.encode),
}
server = grpc.server(
    futures.ThreadPoolExecutor(max_workers=16),
    options=[("grpc.max_receive_message_length", 64 << 20), ("grpc.max_concurrent_streams", 50)],
)
server.add_generic_rpc_handlers([grpc.method_handlers_generic_handler("test.Echo", handlers)])
if len(sys.argv) > 1:
    certificate, key, authority = (open(name, "rb").read() for name in sys.argv[1:])
    credentials = grpc.ssl_server_credentials([(key, certificate)], authority, require_client_auth=True)
    print(server.add_secure_port("127.0.0.1:0", credentials), flush=True)
else:
    print(server.add_insecure_port("127.0.0.1:0"), flush=True)
server.start()
server.wait_for_termination()
