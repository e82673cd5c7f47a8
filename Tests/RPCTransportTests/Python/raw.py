"""Sends requests that no gRPC library would send, with h2, and prints status and trailers of the answers as JSON."""

import json
import socket
import sys

import h2.config
import h2.connection
import h2.events

host, port = sys.argv[1].rsplit(":", 1)
sock = socket.create_connection((host, int(port)))
sock.settimeout(30)
connection = h2.connection.H2Connection(h2.config.H2Configuration(header_encoding="utf-8"))
connection.initiate_connection()

BASE = {
    ":method": "POST",
    ":scheme": "http",
    ":path": "/test.Echo/Echo",
    ":authority": "test",
    "content-type": "application/grpc",
    "te": "trailers",
}
FRAME = b"\x00\x00\x00\x00\x03\x0a\x01x"
REQUESTS = {
    "good": ({}, FRAME),
    "proto": ({"content-type": "application/grpc+proto"}, FRAME),
    "json": ({"content-type": "application/json"}, FRAME),
    "no content-type": ({"content-type": None}, FRAME),
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

results = {}
for name, (changes, body) in REQUESTS.items():
    stream = connection.get_next_available_stream_id()
    headers = [(k, v) for k, v in (BASE | changes).items() if v is not None]
    connection.send_headers(stream, headers, end_stream=not body)
    if body:
        connection.send_data(stream, body, end_stream=True)
    answer, done = {}, False
    while not done:
        sock.sendall(connection.data_to_send())
        received = sock.recv(65536)
        if not received:
            answer["closed"] = True
            break
        for event in connection.receive_data(received):
            if isinstance(event, (h2.events.ResponseReceived, h2.events.TrailersReceived)):
                answer |= dict(event.headers)
            done = done or isinstance(event, h2.events.StreamEnded)
            if isinstance(event, h2.events.StreamReset):
                answer["reset"], done = int(event.error_code), True
    results[name] = [answer.get(":status"), answer.get("grpc-status"), answer.get("grpc-message")]
print(json.dumps(results))
