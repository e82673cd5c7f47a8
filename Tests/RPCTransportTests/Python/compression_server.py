"""The service test.Compression with grpcio, answering in the encoding that the request asks for; prints its port."""

from concurrent import futures

import grpc

import wire

ALGORITHMS = {
    "gzip": grpc.Compression.Gzip,
    "deflate": grpc.Compression.Deflate,
    "identity": grpc.Compression.NoCompression,
}


def prepare(context):
    for key, value in context.invocation_metadata():
        if key == "respond-with":
            context.set_compression(ALGORITHMS[value])


def echo(request, context):
    prepare(context)
    return request


def chat(requests, context):
    prepare(context)
    for index, request in enumerate(requests):
        if index == 1:
            context.disable_next_message_compression()
        yield request


handlers = {
    "Echo": grpc.unary_unary_rpc_method_handler(echo, wire.decode, wire.encode),
    "Chat": grpc.stream_stream_rpc_method_handler(chat, wire.decode, wire.encode),
}
server = grpc.server(futures.ThreadPoolExecutor(max_workers=4))
server.add_generic_rpc_handlers([grpc.method_handlers_generic_handler("test.Compression", handlers)])
print(server.add_insecure_port("127.0.0.1:0"), flush=True)
server.start()
server.wait_for_termination()
