"""Sends requests that no gRPC library would send, with h2, and prints status and trailers of the answers as JSON."""

import json
import sys

from h2call import Connection

FRAME = b"\x00\x00\x00\x00\x03\x0a\x01x"
REQUESTS = {
    "good": ({}, FRAME),
    "proto": ({"content-type": "application/grpc+proto"}, FRAME),
    "json": ({"content-type": "application/json"}, FRAME),
    "no content-type": ({"content-type": None}, FRAME),
    "parameters": ({"content-type": "application/grpc;x=y"}, FRAME),
    "grpc-web": ({"content-type": "application/grpc-web"}, FRAME),
    "no te": ({"te": None}, FRAME),
    "get": ({":method": "GET"}, b""),
    "bad path": ({":path": "/nope"}, FRAME),
    "encoding": ({"grpc-encoding": "snappy"}, FRAME),
    "bad timeout": ({"grpc-timeout": "1 second"}, FRAME),
    "bad bin": ({"x-y-bin": "###"}, FRAME),
    "no message": ({}, b""),
    "two messages": ({}, FRAME + FRAME),
    "half a message": ({}, FRAME[:-1]),
    "half a prefix": ({}, FRAME[:3]),
    "compressed": ({}, b"\x01" + FRAME[1:]),
    "strange flag": ({}, b"\x07" + FRAME[1:]),
    "huge": ({}, b"\x00\xff\xff\xff\xff"),
    "not protobuf": ({}, b"\x00\x00\x00\x00\x02\x0a\x05"),
    "large headers": ({f"x-{i}": "v" * 2000 for i in range(30)}, FRAME),
    "good at the end": ({}, FRAME),
}

connection = Connection(sys.argv[1])
results = {}
for name, (changes, body) in REQUESTS.items():
    answer, _ = connection.call(changes, body)
    results[name] = [answer.get(":status"), answer.get("grpc-status"), answer.get("grpc-message")]
print(json.dumps(results))
