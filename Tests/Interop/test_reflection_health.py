"""grpcio's own clients of reflection and health read what the server says about itself."""

import queue
import signal

import grpc
import pytest
from google.protobuf import descriptor_pb2, descriptor_pool, message_factory
from grpc_health.v1 import health_pb2, health_pb2_grpc
from grpc_reflection.v1alpha import reflection_pb2
from grpc_reflection.v1alpha.proto_reflection_descriptor_database import ProtoReflectionDescriptorDatabase
from redsail_api import refused
from small_city import CITY, build, ticket

STANDARD = {
    "grpc.health.v1.Health", "grpc.reflection.v1.ServerReflection", "grpc.reflection.v1alpha.ServerReflection",
}
SERVING = health_pb2.HealthCheckResponse.SERVING
NOT_SERVING = health_pb2.HealthCheckResponse.NOT_SERVING
SERVICE_UNKNOWN = health_pb2.HealthCheckResponse.SERVICE_UNKNOWN


class V1Stub:
    """The library speaks v1alpha; v1 has the same messages under another path."""

    def __init__(self, channel):
        self.ServerReflectionInfo = channel.stream_stream(
            "/grpc.reflection.v1.ServerReflection/ServerReflectionInfo",
            request_serializer=reflection_pb2.ServerReflectionRequest.SerializeToString,
            response_deserializer=reflection_pb2.ServerReflectionResponse.FromString,
        )


@pytest.fixture(params=["v1", "v1alpha"])
def database(request, api):
    database = ProtoReflectionDescriptorDatabase(api.channel)
    if request.param == "v1":
        database._stub = V1Stub(api.channel)
    return database


def described(descriptor, message):
    """A descriptor as a message, without the JSON names that a compiler may or may not write down."""
    descriptor.CopyToProto(message)
    nested = [message]
    while nested:
        one = nested.pop()
        for field in getattr(one, "field", []):
            field.ClearField("json_name")
        nested += getattr(one, "nested_type", [])
    return message


def test_reflection_lists_every_service(database, api):
    assert set(database.get_services()) == STANDARD | {service.full_name for service in api.services}


def test_reflection_resolves_the_schema_as_protoc_reads_it(database, api):
    pool = descriptor_pool.DescriptorPool(database)
    for name in database.get_services():
        assert pool.FindServiceByName(name).full_name == name
    for service in api.services:
        found = described(pool.FindServiceByName(service.full_name), descriptor_pb2.ServiceDescriptorProto())
        assert found == described(service, descriptor_pb2.ServiceDescriptorProto())
    for message in api.messages.values():
        if hasattr(message.DESCRIPTOR, "fields"):
            find, form = pool.FindMessageTypeByName, descriptor_pb2.DescriptorProto
        else:
            find, form = pool.FindEnumTypeByName, descriptor_pb2.EnumDescriptorProto
        found = find(message.DESCRIPTOR.full_name)
        assert described(found, form()) == described(message.DESCRIPTOR, form())


def test_reflection_does_not_know_what_is_not_there(database):
    for name in ["redsail.v1.Nothing", "redsail.v1.TicketService.Nothing", ""]:
        with pytest.raises(KeyError):
            database.FindFileContainingSymbol(name)
    with pytest.raises(KeyError):
        database.FindFileByName("nothing.proto")


def test_reflection_tells_extensions(database):
    numbers = list(database.FindAllExtensionNumbers("google.protobuf.MethodOptions"))
    assert numbers
    for number in numbers:
        database.FindFileContainingExtension("google.protobuf.MethodOptions", number)


def test_call_with_nothing_but_reflection(database, api):
    method = descriptor_pool.DescriptorPool(database).FindMethodByName("redsail.v1.TicketService.CreateTicket")
    Request, Response = map(message_factory.GetMessageClass, (method.input_type, method.output_type))
    call = api.channel.unary_unary(
        f"/{method.containing_service.full_name}/{method.name}",
        request_serializer=Request.SerializeToString,
        response_deserializer=Response.FromString,
    )
    created = call(Request(parent=CITY, ticket=ticket(title="只凭反射"), request_id=api.new_id()), timeout=30)
    assert created.title == "只凭反射"
    assert api.GetTicket(name=created.name).SerializeToString() == created.SerializeToString()


def test_health_of_each_service(api):
    health = health_pb2_grpc.HealthStub(api.channel)
    for name in ["", *(service.full_name for service in api.services)]:
        assert health.Check(health_pb2.HealthCheckRequest(service=name)).status == SERVING
    with pytest.raises(grpc.RpcError) as unknown:
        health.Check(health_pb2.HealthCheckRequest(service="redsail.v1.NoService"))
    assert unknown.value.code() == grpc.StatusCode.NOT_FOUND
    assert "redsail.v1.NoService" in unknown.value.details()
    watch = health.Watch(health_pb2.HealthCheckRequest(service="redsail.v1.NoService"))
    assert next(watch).status == SERVICE_UNKNOWN
    watch.cancel()


def test_health_tells_that_the_server_drains_while_calls_finish(server, connect):
    api = connect(server)
    build(api)
    health = health_pb2_grpc.HealthStub(api.channel)
    watches = [
        health.Watch(health_pb2.HealthCheckRequest(service=name)) for name in ["", "redsail.v1.TicketService"]
    ]
    assert [next(watch).status for watch in watches] == [SERVING, SERVING]
    # An import that is known to have begun: the feed has brought its first entry.
    start = api.ListChanges(parent=CITY, from_latest=True).next_cursor
    feed = api.WatchChanges(parent=CITY, cursor=start)
    sent = queue.SimpleQueue()
    requests = [api.request("CreateTicket", ticket=ticket(title=title)) for title in ["第一件", "第二件"]]
    sent.put(api.ImportTicketsRequest(parent=CITY, requests=requests[:1]))
    running = api.stub("ImportTickets").future(iter(sent.get, None), timeout=60)
    assert [change.ticket.title for change in next(feed).changes] == ["第一件"]

    server.process.send_signal(signal.SIGTERM)
    assert [next(watch).status for watch in watches] == [NOT_SERVING, NOT_SERVING]
    # A feed would never end by itself: its reader is sent to another server.
    with refused("UNAVAILABLE", "UNAVAILABLE"):
        next(feed)
    for watch in watches:
        watch.cancel()
    sent.put(api.ImportTicketsRequest(requests=requests[1:]))
    sent.put(None)
    assert running.result().created_count == 2
    assert server.process.wait(timeout=60) == 0


def test_unknown_services_and_methods(api):
    for path, said in [
        ("/redsail.v1.NoService/Get", "unknown service redsail.v1.NoService"),
        ("/redsail.v1.TicketService/GetTickets", "unknown method GetTickets of service redsail.v1.TicketService"),
        ("/redsail.v1.ticketservice/GetTicket", "unknown service redsail.v1.ticketservice"),
        ("/GetTicket", "malformed path '/GetTicket'"),
    ]:
        with pytest.raises(grpc.RpcError) as unknown:
            api.channel.unary_unary(path)(b"", timeout=30)
        assert unknown.value.code() == grpc.StatusCode.UNIMPLEMENTED
        assert said in unknown.value.details()
