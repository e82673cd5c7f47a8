"""Calls every kind of method of the server under test with grpcio, and prints what came of it as JSON."""

import json
import sys
import threading

import grpc

import wire

channel = grpc.insecure_channel(sys.argv[1], options=[("grpc.max_receive_message_length", 64 << 20)])


def method(kind, name):
    return getattr(channel, kind)("/test.Echo/" + name, wire.encode, wire.decode)


echo = method("unary_unary", "Echo")
results = {}


def failure(call):
    try:
        call()
        return "no error"
    except grpc.RpcError as error:
        return [error.code().name, error.details()]


reply, call = echo.with_call(
    b"hello",
    metadata=[("x-text", "a b"), ("x-more-bin", b"\x00\xff"), ("t-text", "c"), ("t-more-bin", bytes(range(256)))],
    timeout=30,
)
results["unary"] = reply.decode()
results["initial"] = sorted([k, v if isinstance(v, str) else v.hex()] for k, v in call.initial_metadata() if k[0] == "x")
results["trailing"] = sorted([k, v if isinstance(v, str) else v.hex()] for k, v in call.trailing_metadata() if k[0] == "t")
results["empty"] = echo(b"").decode()

large = bytes(range(256)) * (12 << 10)
results["large"] = echo(large) == large
results["too large"] = failure(lambda: echo(b"x" * (4 << 20)))

results["fail"] = failure(lambda: method("unary_unary", "Fail")(b"5"))
results["leak"] = failure(lambda: method("unary_unary", "Leak")(b""))
results["unknown method"] = failure(lambda: method("unary_unary", "Nope")(b""))
results["unknown service"] = failure(lambda: channel.unary_unary("/a.B/C")(b""))
results["deadline"] = failure(lambda: method("unary_unary", "Wait")(b"", timeout=0.2))

results["collect"] = method("stream_unary", "Collect")(b"x" * i for i in range(1000)).decode()
results["collect large"] = method("stream_unary", "Collect")(b"x" * 2_000_000 for _ in range(10)).decode()
results["collect none"] = method("stream_unary", "Collect")(iter(())).decode()
results["repeat"] = sum(len(m) for m in method("unary_stream", "Repeat")(b"1000 1000"))
results["repeat large"] = [len(m) for m in method("unary_stream", "Repeat")(b"3 3000000")]
results["repeat wrong"] = failure(lambda: list(method("unary_stream", "Repeat")(b"?")))

chat = method("stream_stream", "Chat")
ready = threading.Semaphore(1)


def turns():
    for i in range(200):
        ready.acquire()
        yield str(i).encode()


answers = []
for answer in chat(turns()):
    answers.append(int(answer))
    ready.release()
results["chat"] = answers == list(range(200))

waiting = method("unary_unary", "Wait").future(b"")
stream = method("unary_stream", "Repeat")(b"1000000 10000")
next(stream)
stream.cancel()
waiting.cancel()
results["cancelled"] = [waiting.cancelled(), failure(lambda: list(stream))[0]]

calls = [echo.future(str(i).encode()) for i in range(1000)]
results["concurrent"] = [call.result() for call in calls] == [str(i).encode() for i in range(1000)]

print(json.dumps(results))
