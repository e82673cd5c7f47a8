"""What of headers and trailers a grpcio client and its server under test exchange beside messages; prints JSON."""

import json
import sys

import grpc

import h2call
import wire

channel = grpc.insecure_channel(sys.argv[1], options=[("grpc.primary_user_agent", "desk/2.1")])
show = channel.unary_unary("/test.Headers/Show", wire.encode, wire.decode)
results = {
    "first": show(b"").decode(),
    "padded": show(b"", metadata=[("x-bin", b"\x01"), ("x-bin", b"\x02\x03")]).decode(),
}
try:
    channel.unary_unary("/test.Headers/Fail", wire.encode, wire.decode)(b"")
except grpc.RpcError as error:
    results["message"] = [error.code().name, error.details()]
    results["trailers"] = sorted(key for key, _ in error.trailing_metadata())


def raw(changes):
    answer, body = h2call.Connection(sys.argv[1]).call({":path": "/test.Headers/Show"} | changes, bytes(5))
    return wire.decode(body[5:]).decode()


results["attempts"] = raw({"grpc-previous-rpc-attempts": "2"})
results["binary"] = [raw({"x-bin": value}) for value in ["AQ==", "AQ", "AQ==,AgM", "AQ, AgM="]]
answer, _ = h2call.Connection(sys.argv[1]).call({":path": "/test.Headers/Fail"}, bytes(5))
results["pushback"] = answer["grpc-retry-pushback-ms"]
results["escaped"] = answer["grpc-message"]
print(json.dumps(results))
