"""A server whose only method fails with every kind of google.rpc detail, by googleapis-common-protos; prints its port."""

from concurrent import futures

import grpc
from google.protobuf import duration_pb2
from google.rpc import error_details_pb2 as details
from google.rpc import status_pb2

import wire


def fail(request, context):
    status = status_pb2.Status(code=8, message="配额用完")
    for detail in [
        details.ErrorInfo(reason="QUOTA", domain="example.org", metadata={"limit": "3"}),
        details.RetryInfo(retry_delay=duration_pb2.Duration(seconds=1, nanos=500_000_000)),
        details.DebugInfo(stack_entries=["a", "b"], detail="d"),
        details.QuotaFailure(violations=[details.QuotaFailure.Violation(subject="user:7", description="3 a day")]),
        details.PreconditionFailure(
            violations=[details.PreconditionFailure.Violation(type="TOS", subject="example.org", description="unsigned")]
        ),
        details.BadRequest(field_violations=[details.BadRequest.FieldViolation(field="a.b", description="empty")]),
        details.RequestInfo(request_id="r1", serving_data="s"),
        details.ResourceInfo(resource_type="t", resource_name="n", owner="o", description="d"),
        details.Help(links=[details.Help.Link(description="how", url="https://example.org/")]),
        details.LocalizedMessage(locale="zh-CN", message="配额用完"),
    ]:
        status.details.add().Pack(detail)
    context.set_trailing_metadata([("grpc-status-details-bin", status.SerializeToString())])
    context.abort(grpc.StatusCode.RESOURCE_EXHAUSTED, status.message)


handlers = {"Fail": grpc.unary_unary_rpc_method_handler(fail, wire.decode, wire.encode)}
server = grpc.server(futures.ThreadPoolExecutor(max_workers=2))
server.add_generic_rpc_handlers([grpc.method_handlers_generic_handler("test.Details", handlers)])
print(server.add_insecure_port("127.0.0.1:0"), flush=True)
server.start()
server.wait_for_termination()
