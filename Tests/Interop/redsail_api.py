"""A client of redsail.v1 on grpcio and the code that grpcio-tools makes, with requests written as keywords.

    api.CreateFirm(parent="cities/370800", firm_id="…", firm={"display_name": "…"})

`request_id` is filled in where a request has one and none is given: the ids are the same in each run.
"""

import contextlib
import itertools
import pathlib
import uuid

import grpc
import pytest
from google.rpc import error_details_pb2, status_pb2

SCHEMA = pathlib.Path(__file__).resolve().parents[2] / "proto/redsail/v1"


class Api:
    """Every method of every service, and every message and enum, by its name."""

    # The methods that have answered, in any test.
    answered = set()

    def __init__(self, stubs, channel):
        self.channel = channel
        self.services = []
        self.messages = {}
        self._calls = {}
        self._ids = itertools.count(1)
        for path in sorted(SCHEMA.glob("*.proto")):
            module = stubs(f"redsail.v1.{path.stem}_pb2")
            names = [*module.DESCRIPTOR.message_types_by_name, *module.DESCRIPTOR.enum_types_by_name]
            self.messages.update((name, getattr(module, name)) for name in names)
            for service in module.DESCRIPTOR.services_by_name.values():
                self.services.append(service)
                stub = getattr(stubs(f"redsail.v1.{path.stem}_pb2_grpc"), f"{service.name}Stub")(channel)
                self._calls.update((method.name, (method, getattr(stub, method.name))) for method in service.methods)

    def __getattr__(self, name):
        if name in self._calls:
            return lambda *arguments, **keywords: self._call(name, *arguments, **keywords)
        if name in self.messages:
            return self.messages[name]
        raise AttributeError(name)

    @property
    def methods(self):
        """The full name of every method in the schema."""
        return {method.full_name for service in self.services for method in service.methods}

    def stub(self, method):
        """The method as grpcio has it: for `future`, `with_call` and streams that are written by and by."""
        return self._calls[method][1]

    def new_id(self):
        """A fresh request id."""
        return str(uuid.UUID(int=next(self._ids), version=4))

    def request(self, method, /, **fields):
        """The method's request, with a request id."""
        kind = self._calls[method][0].input_type
        if "request_id" in kind.fields_by_name:
            fields.setdefault("request_id", self.new_id())
        return self.messages[kind.name](**fields)

    def _call(self, called, message=None, /, *, timeout=30, **fields):
        method, call = self._calls[called]
        answer = call(message if message is not None else self.request(called, **fields), timeout=timeout)
        if method.server_streaming:
            return self._stream(method, answer)
        self.answered.add(method.full_name)
        return answer

    def _stream(self, method, call):
        """The call itself; it has answered if it ends well, or because the test has heard enough."""
        def ended(call):
            if call.code() in (grpc.StatusCode.OK, grpc.StatusCode.CANCELLED):
                self.answered.add(method.full_name)

        call.add_done_callback(ended)
        return call


class Refusal:
    """What a failed call tells: the code and the details of google.rpc."""

    def __init__(self, code, message, details):
        self.code = code
        self.message = message
        self.reason = self.domain = self.chinese = None
        self.metadata = {}
        self.fields = {}
        for detail in details:
            info = error_details_pb2.ErrorInfo()
            request = error_details_pb2.BadRequest()
            text = error_details_pb2.LocalizedMessage()
            if detail.Unpack(info):
                self.reason, self.domain, self.metadata = info.reason, info.domain, dict(info.metadata)
            elif detail.Unpack(request):
                self.fields = {violation.field: violation for violation in request.field_violations}
            elif detail.Unpack(text) and text.locale == "zh-CN":
                self.chinese = text.message

    @classmethod
    def of_call(cls, error):
        packed = dict(error.trailing_metadata() or ()).get("grpc-status-details-bin")
        status = status_pb2.Status.FromString(packed) if packed else status_pb2.Status()
        if packed:
            assert (status.code, status.message) == (error.code().value[0], error.details())
        return cls(error.code(), error.details(), status.details)

    @classmethod
    def of_status(cls, status):
        """The error of one entry of a batch."""
        code = next(code for code in grpc.StatusCode if code.value[0] == status.code)
        return cls(code, status.message, status.details)

    def check(self, code, reason, field=None, metadata=None):
        """Compares with what the schema promises of an error."""
        assert (self.code, self.reason) == (code, reason), f"{self.reason}: {self.message}"
        assert self.domain == "redsail"
        assert self.message and is_chinese(self.chinese), self.chinese
        if field:
            assert list(self.fields) == [field], f"{list(self.fields)}: {self.message}"
            violation = self.fields[field]
            assert violation.reason == reason and violation.description
            assert violation.localized_message.locale == "zh-CN" and is_chinese(violation.localized_message.message)
        for key, value in (metadata or {}).items():
            assert self.metadata.get(key) == value, f"{key}: {self.metadata}"


def is_chinese(text):
    return any("\u4e00" <= character <= "\u9fff" for character in text or "")


@contextlib.contextmanager
def refused(code, reason, field=None, metadata=None):
    """The call in the block is refused so."""
    with pytest.raises(grpc.RpcError) as caught:
        yield
    Refusal.of_call(caught.value).check(getattr(grpc.StatusCode, code), reason, field, metadata)
