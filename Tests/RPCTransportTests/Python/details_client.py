"""Reads google.rpc details from the server under test by Python's grpc and googleapis-common-protos; prints JSON."""

import json
import sys

import grpc
from google.protobuf import json_format
from google.rpc import error_details_pb2, status_pb2

import wire

channel = grpc.insecure_channel(sys.argv[1])
try:
    channel.unary_unary("/test.Details/Fail", wire.encode, wire.decode)(b"")
except grpc.RpcError as error:
    trailers = dict(error.trailing_metadata())
    status = status_pb2.Status.FromString(trailers["grpc-status-details-bin"])
    results = {"code": status.code, "message": status.message, "same": error.details() == status.message}
    for detail in status.details:
        name = detail.TypeName().removeprefix("google.rpc.")
        message = getattr(error_details_pb2, name)()
        assert detail.Unpack(message)
        results[name] = json_format.MessageToDict(message)
print(json.dumps(results, ensure_ascii=False))
