"""Plays one scenario on a connection to the server under test, frame by frame, and prints what it saw as JSON.

h2 would not send most of this, so frames are made with hyperframe and only read loosely.
"""

import json
import socket
import sys
import threading

import h2.connection
import h2.events
import hpack
from hyperframe import frame as frames

scenario, target = sys.argv[1:3]
host, port = target.rsplit(":", 1)
PREFACE = b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"
FLAGS = {"end_stream": ["END_HEADERS", "END_STREAM"], "open": ["END_HEADERS"]}


def message(text):
    body = b"\x0a" + bytes([len(text)]) + text if text else b""
    return b"\x00" + len(body).to_bytes(4, "big") + body


class Connection:
    """A socket on which frames are sent as they are and read one by one."""

    def __init__(self, settings=None, start=True):
        self.sock = socket.create_connection((host, int(port)))
        self.sock.settimeout(60)
        self.encoder = hpack.Encoder()
        self.decoder = hpack.Decoder()
        self.buffer = b""
        if start:
            self.sock.sendall(PREFACE + frames.SettingsFrame(settings=settings or {}).serialize())

    def send(self, *sent):
        self.sock.sendall(b"".join(frame.serialize() for frame in sent))

    def request(self, stream, method, flags="open"):
        fields = [(":method", "POST"), (":scheme", "http"), (":path", f"/test.Echo/{method}"), (":authority", "test"),
                  ("content-type", "application/grpc"), ("te", "trailers")]
        return frames.HeadersFrame(stream, self.encoder.encode(fields), flags=FLAGS[flags])

    def read(self):
        """The next frame, or None at the end. PINGs of the server are answered."""
        while True:
            if len(self.buffer) >= 9:
                head, length = frames.Frame.parse_frame_header(memoryview(self.buffer[:9]))
                if len(self.buffer) >= 9 + length:
                    head.parse_body(memoryview(self.buffer[9 : 9 + length]))
                    self.buffer = self.buffer[9 + length :]
                    if isinstance(head, frames.PingFrame) and not head.flags and scenario != "dead":
                        self.send(frames.PingFrame(0, head.opaque_data, flags=["ACK"]))
                    if isinstance(head, frames.HeadersFrame):
                        # Every block counts, whether or not someone asks for it: the decoder has a state.
                        head.fields = dict(self.decoder.decode(head.data))
                    return head
            try:
                part = self.sock.recv(65536)
            except ConnectionError:
                return None
            if not part:
                return None
            self.buffer += part

    def goaways(self):
        """Every GOAWAY until the connection ends."""
        result = []
        while frame := self.read():
            if isinstance(frame, frames.GoAwayFrame):
                result.append([frame.last_stream_id, frame.error_code, frame.additional_data.decode()])
        return result

    def status(self, stream):
        """The grpc-status of a call, or the code of its RST_STREAM."""
        while frame := self.read():
            if isinstance(frame, frames.HeadersFrame) and frame.stream_id == stream and "grpc-status" in frame.fields:
                return frame.fields["grpc-status"]
            if isinstance(frame, frames.RstStreamFrame) and frame.stream_id == stream:
                return f"reset {frame.error_code}"
        return "closed"


def ping():
    return frames.PingFrame(0, b"12345678")


def data(stream, body, end=False):
    return frames.DataFrame(stream, body, flags=["END_STREAM"] if end else [])


def silent():
    connection = Connection(start=False)
    return connection.goaways()


def half_preface():
    connection = Connection(start=False)
    connection.sock.sendall(PREFACE[:12])
    return connection.goaways()


def drip():
    """A byte at a time, each after the server has had the time to look at the one before."""
    connection = Connection(start=False)
    connection.sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    connection.sock.settimeout(0.02)
    for byte in PREFACE:
        try:
            connection.sock.sendall(bytes([byte]))
            # The server's own preface, or the end.
            while True:
                if connection.sock.recv(4096) == b"":
                    return "closed"
        except TimeoutError:
            continue
        except ConnectionError:
            return "closed"
    return "served"


def pings():
    connection = Connection()
    connection.send(*[ping()] * 40)
    return connection.goaways()


def ping_per_message():
    """Two streams, one that is answered message by message and one that is not answered until its end."""
    connection = Connection()
    connection.send(connection.request(1, "Chat"), connection.request(3, "Collect"))
    received = acknowledged = 0
    for index in range(300):
        connection.send(data(1, message(b"x")), ping(), data(3, message(b"y")), ping())
        while received < index + 1 or acknowledged < 2 * (index + 1):
            frame = connection.read()
            if frame is None or isinstance(frame, frames.GoAwayFrame):
                return ["cut off", index]
            if isinstance(frame, frames.DataFrame) and frame.stream_id == 1:
                received += 1
            if isinstance(frame, frames.PingFrame) and "ACK" in frame.flags:
                acknowledged += 1
    connection.send(data(3, b"", end=True))
    return [received, acknowledged, connection.status(3)]


def goodbye():
    """Waits for the server to take leave of a connection without calls."""
    return Connection().goaways()


def old():
    """Has a call in progress when the server takes leave; ends it after the second GOAWAY."""
    connection = Connection()
    connection.send(connection.request(1, "Chat"), data(1, message(b"x")))
    said = []
    while len(said) < 2:
        frame = connection.read()
        if isinstance(frame, frames.GoAwayFrame):
            said.append([frame.last_stream_id, frame.error_code, frame.additional_data.decode()])
    connection.send(data(1, b"", end=True))
    return said + [connection.status(1)] + connection.goaways()


def never_ends():
    """Has a call in progress that it does not end."""
    connection = Connection()
    connection.send(connection.request(1, "Chat"), data(1, message(b"x")))
    return connection.goaways()


def dead():
    """Answers no PING and says nothing."""
    return Connection().goaways()


def zero_window():
    """Asks for more than it has windows for."""
    connection = Connection(settings={frames.SettingsFrame.INITIAL_WINDOW_SIZE: 0})
    for stream in range(1, 21, 2):
        connection.send(connection.request(stream, "Repeat"), data(stream, message(b"1000 10000"), end=True))
    return connection.goaways()


def never_reads():
    """Opens all windows, asks for much and reads nothing until it is killed."""
    connection = Connection(settings={frames.SettingsFrame.INITIAL_WINDOW_SIZE: 0x7FFFFFFF})
    connection.send(frames.WindowUpdateFrame(0, 0x7FFF0000), connection.request(1, "Repeat"),
                    data(1, message(b"100000 10000"), end=True))
    threading.Event().wait()


def half_requests():
    """Begins two hundred requests of 4 MiB and sends as much of them as the server lets through, but never the end."""
    sock = socket.create_connection((host, int(port)))
    sock.settimeout(60)
    connection = h2.connection.H2Connection()
    connection.initiate_connection()
    fields = [(":method", "POST"), (":scheme", "http"), (":path", "/test.Echo/Echo"), (":authority", "test"),
              ("content-type", "application/grpc"), ("te", "trailers")]
    size = (4 << 20) - 16
    sent = {}
    for stream in range(1, 401, 2):
        connection.send_headers(stream, fields)
        connection.send_data(stream, b"\x00" + (size + 8).to_bytes(4, "big"))
        sent[stream] = 0
    still = 0
    while still < 2:
        before = sum(sent.values())
        for stream in sent:
            while sum(sent.values()) - before < 4 << 20:
                room = min(connection.local_flow_control_window(stream), size - sent[stream], 16384)
                if room <= 0:
                    break
                connection.send_data(stream, bytes(room))
                sent[stream] += room
        still = still + 1 if sum(sent.values()) == before else 0
        # What the server gives back for this is there before or with the second answer.
        connection.ping(b"12345678")
        answered = False
        while not answered:
            sock.sendall(connection.data_to_send())
            received = sock.recv(65536)
            if not received:
                return ["closed"]
            for event in connection.receive_data(received):
                answered = answered or isinstance(event, h2.events.PingAckReceived)
    other = Connection()
    other.send(other.request(1, "Echo"), data(1, message(b"x"), end=True))
    return [sum(sent.values()) >> 20, other.status(1)]


def crowd():
    """As many connections as the server takes, then one more; then one again in the place of another."""
    connections = []
    while True:
        connection = Connection()
        if connection.read() is None:
            break
        connections.append(connection)
    connections.pop().sock.close()
    while True:
        connection = Connection()
        if connection.read() is not None:
            return len(connections) + 1


print(json.dumps(globals()[scenario]()))
