"""A grpcio server whose method fails before it succeeds; prints its port, then serves until it is stopped."""

from concurrent import futures

import grpc

import wire

calls = {}


def flaky(request, context):
    """`KEY COUNT [PUSHBACK]`: the first COUNT calls with KEY fail; then gives the number of the call back."""
    key, count, *pushback = request.decode().split()
    calls[key] = calls.get(key, 0) + 1
    if calls[key] <= int(count):
        if pushback:
            context.set_trailing_metadata([("grpc-retry-pushback-ms", pushback[0])])
        context.abort(grpc.StatusCode.UNAVAILABLE, f"call {calls[key]}")
    return str(calls[key]).encode()


def flaky_stream(requests, context):
    return flaky(b" ".join(requests), context)


handlers = {
    "Flaky": grpc.unary_unary_rpc_method_handler(flaky, wire.decode, wire.encode),
    "FlakyStream": grpc.stream_unary_rpc_method_handler(flaky_stream, wire.decode, wire.encode),
}
server = grpc.server(futures.ThreadPoolExecutor(max_workers=8))
server.add_generic_rpc_handlers([grpc.method_handlers_generic_handler("test.Echo", handlers)])
print(server.add_insecure_port("127.0.0.1:0"), flush=True)
server.start()
server.wait_for_termination()
