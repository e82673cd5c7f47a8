"""An HTTP/2 server by frames, with h2, that behaves as its first argument says; prints its port, then serves until it is
stopped. A call of /test.Echo/Log waits for as many events as its message says and gets all of them."""

import json
import socket
import sys
import threading

import h2.config
import h2.connection
import h2.errors
import h2.events
import hyperframe.frame

import wire

behaviour, arguments = sys.argv[1], sys.argv[2:]
events, changed = [], threading.Condition()
connections = 0


def note(text):
    with changed:
        events.append(text)
        changed.notify_all()


class Peer:
    """One connection."""

    def __init__(self, sock, number):
        self.sock, self.number, self.bodies, self.heads, self.ended = sock, number, {}, {}, 0
        config = h2.config.H2Configuration(client_side=False, header_encoding="utf-8")
        self.h2 = h2.connection.H2Connection(config)
        self.lock = threading.Lock()

    def serve(self):
        if behaviour == "mute":
            while self.sock.recv(65536):
                pass
            return
        self.h2.initiate_connection()
        self.flush()
        while data := self.sock.recv(65536):
            with self.lock:
                received = self.h2.receive_data(data)
                for event in received:
                    self.take(event)
                if behaviour != "deaf":
                    self.flush()
                elif self.heads:
                    self.h2.data_to_send()
                else:
                    self.flush()

    def flush(self):
        self.sock.sendall(self.h2.data_to_send())

    def go_away(self, last):
        # By hand, since h2 sends nothing after its own.
        self.flush()
        self.sock.sendall(hyperframe.frame.GoAwayFrame(0, last_stream_id=last).serialize())

    def take(self, event):
        if isinstance(event, h2.events.RequestReceived):
            headers = dict(event.headers)
            self.heads[event.stream_id], self.bodies[event.stream_id] = headers, b""
            note(f"request {self.number}.{event.stream_id} {headers.get('grpc-previous-rpc-attempts', '-')}")
            if behaviour == "refuse" and len(self.heads) <= 2:
                self.h2.reset_stream(event.stream_id, h2.errors.ErrorCodes.REFUSED_STREAM)
            if behaviour == "end on headers" and self.number == 1:
                self.go_away(0)
        elif isinstance(event, h2.events.DataReceived):
            self.h2.acknowledge_received_data(event.flow_controlled_length, event.stream_id)
            self.bodies[event.stream_id] += event.data
            if behaviour == "end on data" and self.number == 1:
                self.go_away(0)
        elif isinstance(event, h2.events.StreamReset):
            note(f"reset {self.number}.{event.stream_id} {int(event.error_code)}")
        elif isinstance(event, h2.events.PingReceived):
            note("ping")
        elif isinstance(event, h2.events.StreamEnded):
            self.request(event.stream_id)

    def request(self, stream):
        if self.heads[stream][":path"] == "/test.Echo/Log":
            return threading.Thread(target=self.log, args=(stream,), daemon=True).start()
        if behaviour == "go away":
            # With the third request: only the first is taken.
            self.ended += 1
            if self.number == 1 and self.ended == 3:
                self.go_away(1)
                self.answer(1)
            elif self.number > 1:
                self.answer(stream)
        elif behaviour == "script":
            # One word a request: `status`, `status:pushback`, `hold` or `ok`.
            with changed:
                word = arguments.pop(0) if arguments else "ok"
            if word == "ok":
                return self.answer(stream)
            if word == "hold":
                return
            status, _, pushback = word.partition(":")
            headers = [(":status", "200"), ("content-type", "application/grpc"), ("grpc-status", status)]
            headers += [("grpc-message", f"by {self.number}.{stream}")]
            if pushback:
                headers += [("grpc-retry-pushback-ms", pushback)]
            self.h2.send_headers(stream, headers, end_stream=True)
        elif behaviour == "headers, then failure":
            self.h2.send_headers(stream, [(":status", "200"), ("content-type", "application/grpc")])
            self.h2.send_headers(stream, [("grpc-status", "14")], end_stream=True)
        elif behaviour == "refuse" and len(self.heads) <= 2:
            return
        elif behaviour in ("refuse", "end on headers", "end on data", "deaf", "echo"):
            if self.number > 1 or not behaviour.startswith("end"):
                self.answer(stream)

    def answer(self, stream, body=None):
        headers = [(":status", "200"), ("content-type", "application/grpc"), ("x-stream", f"{self.number}.{stream}")]
        headers += [("x-previous", self.heads[stream].get("grpc-previous-rpc-attempts", "-"))]
        self.h2.send_headers(stream, headers)
        self.h2.send_data(stream, self.bodies[stream] if body is None else body)
        self.h2.send_headers(stream, [("grpc-status", "0")], end_stream=True)

    def log(self, stream):
        count = int(wire.decode(self.bodies[stream][5:]))
        with changed:
            changed.wait_for(lambda: len(events) >= count)
            text = json.dumps(events).encode()
        message = wire.encode(text)
        with self.lock:
            self.answer(stream, b"\0" + len(message).to_bytes(4, "big") + message)
            self.flush()


def serve(sock, number):
    try:
        Peer(sock, number).serve()
    except OSError:
        pass
    finally:
        note(f"closed {number}")
        sock.close()


listener = socket.create_server(("127.0.0.1", 0))
print(listener.getsockname()[1], flush=True)
while True:
    sock, _ = listener.accept()
    connections += 1
    sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    threading.Thread(target=serve, args=(sock, connections), daemon=True).start()
