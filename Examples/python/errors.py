"""What a refusal says: its code, reason, fields and Chinese message."""

import grpc
from google.rpc import code_pb2, error_details_pb2, status_pb2

# The call may have arrived or not. All calls here are safe to repeat, writes because they keep their request ids.
TRANSIENT = {grpc.StatusCode.UNAVAILABLE, grpc.StatusCode.DEADLINE_EXCEEDED}


def status_of(error):
    """The google.rpc.Status of a failed call. An item of a bulk answer carries one as it is."""
    for key, value in error.trailing_metadata() or ():
        if key == "grpc-status-details-bin":
            return status_pb2.Status.FromString(value)
    # The client's own errors, such as a connection that fails, have no details.
    return status_pb2.Status(code=error.code().value[0], message=error.details() or "")


def reason_of(status):
    """The name of an ErrorReason without its prefix, such as NAME_TAKEN; empty where there is none."""
    info = error_details_pb2.ErrorInfo()
    return next((info.reason for detail in status.details if detail.Unpack(info)), "")


def explain(status):
    """All that a status says, in lines: for a log, and for whoever has to put it right."""
    lines = [f"{code_pb2.Code.Name(status.code)} {reason_of(status)}".rstrip() + f": {status.message}"]
    info, request = error_details_pb2.ErrorInfo(), error_details_pb2.BadRequest()
    localized = error_details_pb2.LocalizedMessage()
    for detail in status.details:
        if detail.Unpack(info):
            lines += [f"  {key} = {value}" for key, value in sorted(info.metadata.items())]
        elif detail.Unpack(request):
            for violation in request.field_violations:
                lines.append(f"  field {violation.field}: {violation.description}")
        elif detail.Unpack(localized):
            lines.append(f"  {localized.locale}: {localized.message}")
    return "\n".join(lines)
