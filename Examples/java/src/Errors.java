import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.rpc.BadRequest;
import com.google.rpc.ErrorInfo;
import com.google.rpc.LocalizedMessage;
import io.grpc.Status.Code;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import java.util.TreeMap;

/** What a refusal says: its code, reason, fields and Chinese message. */
final class Errors {
  private Errors() {}

  /** The call may have arrived or not. All calls here are safe to repeat: writes keep their request ids. */
  static boolean isTransient(StatusRuntimeException error) {
    Code code = error.getStatus().getCode();
    return code == Code.UNAVAILABLE || code == Code.DEADLINE_EXCEEDED;
  }

  static String explain(StatusRuntimeException error) {
    // The client's own errors, such as a connection that fails, have a cause and no details.
    Throwable cause = error.getStatus().getCause();
    return explain(StatusProto.fromThrowable(error)) + (cause == null ? "" : " (" + cause.getMessage() + ")");
  }

  /** All that a status says, in lines. An item of a bulk answer carries a status as it is. */
  static String explain(com.google.rpc.Status status) {
    String reason = "";
    StringBuilder lines = new StringBuilder();
    try {
      for (Any detail : status.getDetailsList()) {
        if (detail.is(ErrorInfo.class)) {
          ErrorInfo info = detail.unpack(ErrorInfo.class);
          reason = " " + info.getReason();
          new TreeMap<>(info.getMetadataMap()).forEach((key, value) -> lines.append("\n  " + key + " = " + value));
        } else if (detail.is(BadRequest.class)) {
          for (BadRequest.FieldViolation violation : detail.unpack(BadRequest.class).getFieldViolationsList()) {
            lines.append("\n  field " + violation.getField() + ": " + violation.getDescription());
          }
        } else if (detail.is(LocalizedMessage.class)) {
          LocalizedMessage localized = detail.unpack(LocalizedMessage.class);
          lines.append("\n  " + localized.getLocale() + ": " + localized.getMessage());
        }
      }
    } catch (InvalidProtocolBufferException error) {
      lines.append("\n  a detail that cannot be read: " + error.getMessage());
    }
    Code code = io.grpc.Status.fromCodeValue(status.getCode()).getCode();
    return code + reason + ": " + status.getMessage() + lines;
  }
}
