"""A peer that speaks HTTP/2 with python-hyper's h2 and sends what no gRPC library would."""

import socket
import struct

import h2.config
import h2.connection
import h2.errors
import h2.events


def framed(message, flag=0):
    """A message behind its prefix (gRPC over HTTP/2, Length-Prefixed-Message)."""
    return struct.pack(">BI", flag, len(message)) + message


class Answer:
    """What came back on a stream."""

    def __init__(self):
        self.headers = {}
        self.trailers = {}
        self.data = b""
        self.reset = None
        self.ended = False

    @property
    def http_status(self):
        return self.headers.get(":status")

    @property
    def grpc_status(self):
        return self.trailers.get("grpc-status", self.headers.get("grpc-status"))

    @property
    def grpc_message(self):
        return self.trailers.get("grpc-message", self.headers.get("grpc-message", ""))


class Peer:
    """One connection."""

    def __init__(self, port):
        self.socket = socket.create_connection(("127.0.0.1", port), timeout=30)
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        # Nothing is checked or mended on the way out.
        config = h2.config.H2Configuration(
            header_encoding="utf-8", validate_outbound_headers=False, normalize_outbound_headers=False
        )
        self.http2 = h2.connection.H2Connection(config)
        self.answers = {}
        self.goodbye = None
        self.settings = {}
        self.pings = []
        self.is_closed = False
        self.http2.initiate_connection()
        self.flush()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.socket.close()

    def flush(self):
        try:
            self.socket.sendall(self.http2.data_to_send())
        except ConnectionError:
            self.is_closed = True

    def receive(self):
        """What the server sends next; nothing once it has closed the connection, politely or not."""
        try:
            return self.socket.recv(65536)
        except ConnectionError:
            return b""

    def send(self, headers, data=b"", end=True):
        """Opens a stream; returns its number."""
        stream = self.http2.get_next_available_stream_id()
        self.answers[stream] = Answer()
        self.http2.send_headers(stream, headers, end_stream=end and not data)
        if data:
            self.http2.send_data(stream, data, end_stream=end)
        self.flush()
        return stream

    def reset(self, stream):
        self.http2.reset_stream(stream, h2.errors.ErrorCodes.CANCEL)
        self.flush()

    def receive_until(self, is_done):
        """Takes what comes until the condition holds or the peer closes the connection."""
        while not is_done() and not self.is_closed:
            data = self.receive()
            self.is_closed = not data
            for event in self.http2.receive_data(data) if data else []:
                self._take(event)
            self.flush()

    def _take(self, event):
        answer = self.answers.get(getattr(event, "stream_id", None))
        match event:
            case h2.events.ResponseReceived():
                answer.headers = dict(event.headers)
            case h2.events.TrailersReceived():
                answer.trailers = dict(event.headers)
            case h2.events.DataReceived():
                answer.data += event.data
                self.http2.acknowledge_received_data(event.flow_controlled_length, event.stream_id)
            case h2.events.StreamEnded():
                answer.ended = True
            case h2.events.StreamReset() if answer:
                answer.reset = event.error_code
            case h2.events.ConnectionTerminated():
                self.goodbye = event.error_code
            case h2.events.RemoteSettingsChanged():
                self.settings.update({code: change.new_value for code, change in event.changed_settings.items()})
            case h2.events.PingAckReceived():
                self.pings.append(event.ping_data)

    def answer(self, stream):
        """Waits for a stream's end."""
        answer = self.answers[stream]
        self.receive_until(lambda: answer.ended or answer.reset is not None or self.goodbye is not None)
        return answer
