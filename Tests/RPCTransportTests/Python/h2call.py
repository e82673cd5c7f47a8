"""Calls over HTTP/2 with h2, without a gRPC library: any headers, any bytes."""

import socket

import h2.config
import h2.connection
import h2.events

BASE = {
    ":method": "POST",
    ":scheme": "http",
    ":path": "/test.Echo/Echo",
    ":authority": "test",
    "content-type": "application/grpc",
    "te": "trailers",
}


class Connection:
    def __init__(self, address):
        host, port = address.rsplit(":", 1)
        self.sock = socket.create_connection((host, int(port)))
        self.sock.settimeout(30)
        self.http2 = h2.connection.H2Connection(h2.config.H2Configuration(header_encoding="utf-8"))
        self.http2.initiate_connection()

    def call(self, changes, body):
        """The headers and trailers of the answer, and its body. None in `changes` takes a header away."""
        stream = self.http2.get_next_available_stream_id()
        headers = [(k, v) for k, v in (BASE | changes).items() if v is not None]
        self.http2.send_headers(stream, headers, end_stream=not body)
        for start in range(0, len(body), 16384):
            self.http2.send_data(stream, body[start : start + 16384], end_stream=start + 16384 >= len(body))
        answer, data, done = {}, b"", False
        while not done:
            self.sock.sendall(self.http2.data_to_send())
            received = self.sock.recv(65536)
            if not received:
                answer["closed"] = True
                break
            for event in self.http2.receive_data(received):
                if isinstance(event, (h2.events.ResponseReceived, h2.events.TrailersReceived)):
                    answer |= dict(event.headers)
                if isinstance(event, h2.events.DataReceived):
                    data += event.data
                    self.http2.acknowledge_received_data(event.flow_controlled_length, stream)
                done = done or isinstance(event, h2.events.StreamEnded)
                if isinstance(event, h2.events.StreamReset):
                    answer["reset"], done = int(event.error_code), True
        return answer, data
