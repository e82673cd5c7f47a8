"""grpc.testing on grpcio, with the flags of messages made visible.

grpcio hides whether a message came compressed. It is told not to decompress: then the bytes of gzip arrive as they are,
and no message of this schema begins like them.
"""

import collections
import gzip
import pathlib
import subprocess
import sys
import tempfile

import grpc
from google.protobuf import descriptor_pb2, descriptor_pool, message_factory

SCHEMA = pathlib.Path(__file__).resolve().parents[2] / "proto"
SERVICE = "grpc.testing.TestService"
INITIAL = "x-grpc-test-echo-initial"
TRAILING = "x-grpc-test-echo-trailing-bin"
OPTIONS = [("grpc.per_message_decompression", 0)]

Received = collections.namedtuple("Received", "message compressed")


def _messages():
    """The messages by their names. Not as Python modules: their package would be inside grpcio's own."""
    with tempfile.TemporaryDirectory() as folder:
        image = pathlib.Path(folder) / "image"
        subprocess.run(
            [sys.executable, "-m", "grpc_tools.protoc", f"-I{SCHEMA}", f"--descriptor_set_out={image}",
             "--include_imports", "grpc/testing/test.proto"],
            check=True,
        )
        files = descriptor_pb2.FileDescriptorSet.FromString(image.read_bytes())
    pool = descriptor_pool.DescriptorPool()
    for file in files.file:
        pool.Add(file)
    names = [f"{file.package}.{message.name}" for file in files.file for message in file.message_type]
    return {name.rsplit(".", 1)[1]: message_factory.GetMessageClass(pool.FindMessageTypeByName(name)) for name in names}


messages = collections.namedtuple("Messages", (found := _messages()).keys())(**found)

METHODS = {
    "EmptyCall": ("unary_unary", messages.Empty, messages.Empty),
    "UnaryCall": ("unary_unary", messages.SimpleRequest, messages.SimpleResponse),
    "StreamingOutputCall": ("unary_stream", messages.StreamingOutputCallRequest, messages.StreamingOutputCallResponse),
    "StreamingInputCall": ("stream_unary", messages.StreamingInputCallRequest, messages.StreamingInputCallResponse),
    "FullDuplexCall": ("stream_stream", messages.StreamingOutputCallRequest, messages.StreamingOutputCallResponse),
    "UnimplementedCall": ("unary_unary", messages.Empty, messages.Empty),
}


def decoder(kind):
    def decode(data):
        compressed = data[:2] == b"\x1f\x8b"
        return Received(kind.FromString(gzip.decompress(data) if compressed else data), compressed)

    return decode


def encode(message):
    return message.SerializeToString()


def zeros(size):
    return {"body": bytes(size)}


class Stub:
    """The methods on a channel, by their names."""

    def __init__(self, channel, service=SERVICE):
        for name, (kind, _, response) in METHODS.items():
            setattr(self, name, getattr(channel, kind)(f"/{service}/{name}", encode, decoder(response)))


def channel(target, authority=None, server_name=None):
    """A channel to a server, over TLS where the bytes of an authority are given."""
    if authority is None:
        return grpc.insecure_channel(target, options=OPTIONS)
    options = [*OPTIONS, ("grpc.ssl_target_name_override", server_name)]
    return grpc.secure_channel(target, grpc.ssl_channel_credentials(authority), options=options)
