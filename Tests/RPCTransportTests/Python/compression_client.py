"""Calls the server under test with compressed messages, by grpcio and by hand with Python's zlib; prints JSON."""

import gzip
import json
import struct
import sys
import zlib

import grpc

import h2call
import wire

LONG = b"red sail " * 1_000
results = {}

channel = grpc.insecure_channel(sys.argv[1])
ALGORITHMS = {"gzip": grpc.Compression.Gzip, "deflate": grpc.Compression.Deflate}
for name, algorithm in ALGORITHMS.items():
    echo = channel.unary_unary("/test.Compression/Echo", wire.encode, wire.decode)
    reply, call = echo.with_call(LONG, compression=algorithm, metadata=[("respond-with", name)])
    results[f"grpcio {name}"] = [str(reply == LONG), dict(call.trailing_metadata())["compressed"]]
    chat = channel.stream_stream("/test.Compression/Chat", wire.encode, wire.decode)
    replies = chat(iter([LONG, b"", b"short", LONG]), compression=algorithm, metadata=[("respond-with", name)])
    results[f"grpcio {name} stream"] = [str(list(replies) == [LONG, b"", b"short", LONG])]

MESSAGE = wire.encode(LONG)
PACK = {"gzip": gzip.compress, "deflate": zlib.compress, "identity": bytes}
UNPACK = {"gzip": gzip.decompress, "deflate": zlib.decompress}


def frame(message, flag=0):
    return bytes([flag]) + struct.pack(">I", len(message)) + message


def call(name, encoding, body, accept=None, respond=None, path="Echo"):
    """Notes three headers of the answer; for each message its flag and whether it is the one sent; the error."""
    headers = {":path": f"/test.Compression/{path}", "grpc-encoding": encoding, "grpc-accept-encoding": accept}
    answer, data = connection.call(headers | {"respond-with": respond}, body)
    messages = []
    while data:
        flag, length = struct.unpack(">BI", data[:5])
        message, data = data[5 : 5 + length], data[5 + length :]
        if flag:
            message = UNPACK[answer["grpc-encoding"]](message)
        messages.append(f"{flag} {wire.decode(message) == LONG}")
    keys = ["grpc-status", "grpc-encoding", "grpc-accept-encoding"]
    results[name] = [answer.get(key) for key in keys] + [", ".join(messages), answer.get("grpc-message")]


connection = h2call.Connection(sys.argv[1])
whole = frame(MESSAGE)
for name in PACK:
    call(f"request {name}", name, frame(PACK[name](MESSAGE), name != "identity"))
    call(f"response {name}", None, whole, accept="gzip, deflate", respond=name)
call("not accepted", None, whole, accept="deflate", respond="gzip")
call("accepts nothing", None, whole, respond="gzip")
call("unflagged", "gzip", whole)
call("flag without encoding", None, frame(gzip.compress(MESSAGE), 1))
call("flag with identity", "identity", frame(gzip.compress(MESSAGE), 1))
call("unknown encoding", "snappy", frame(MESSAGE, 1))
call("corrupt", "gzip", frame(MESSAGE, 1))
call("truncated", "gzip", frame(gzip.compress(MESSAGE)[:-1], 1))
call("empty with flag", "gzip", frame(b"", 1))
call("bomb", "gzip", frame(gzip.compress(bytes(64 << 20)), 1))
call("bomb in a stream", "gzip", whole + frame(gzip.compress(bytes(64 << 20)), 1), path="Chat")
call("stream with an opt-out", None, whole * 3, accept="gzip", respond="gzip", path="Chat")
call("good at the end", "gzip", frame(gzip.compress(MESSAGE), 1), accept="gzip", respond="gzip")

print(json.dumps(results))
