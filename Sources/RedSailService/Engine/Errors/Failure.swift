internal import ProtobufRuntime
internal import RPCCore
internal import RedSailAPI

/// Makes the errors that callers see: each reason of errors.proto with its code, an `ErrorInfo`, a `LocalizedMessage` in
/// zh-CN and, for wrong arguments, a `BadRequest` (AIP-193).
enum Failure {
  /// The domain of every `ErrorInfo`.
  static let domain = "redsail"

  /// The error for a reason.
  static func make(
    _ reason: ErrorReason,
    _ text: LocalizedText,
    metadata: [String: String] = [:],
    violations: [Violation] = [],
    retryAfterSeconds: Int64? = nil
  ) -> RPCError {
    let info = GoogleRPC.ErrorInfo.with {
      $0.reason = reason.wireName
      $0.domain = domain
      $0.metadata = metadata
    }
    let localized = GoogleRPC.LocalizedMessage.with {
      $0.locale = "zh-CN"
      $0.message = text.chinese
    }
    var details = [pack(info), pack(localized)]
    if !violations.isEmpty {
      details.append(pack(GoogleRPC.BadRequest.with { $0.fieldViolations = violations.map(\.message) }))
    }
    if let retryAfterSeconds {
      let retry = GoogleRPC.RetryInfo.with { $0.retryDelay = .with { $0.seconds = retryAfterSeconds } }
      details.append(pack(retry))
    }
    return error(reason.code, text.english, details: details.compactMap(\.self))
  }

  /// The error for one wrong field of the request.
  static func field(_ path: String, _ reason: ErrorReason, _ text: LocalizedText, metadata: [String: String] = [:])
    -> RPCError
  {
    var violations = Violations()
    violations.add(path, reason, text, metadata: metadata)
    return violations.error
  }

  private static func error(_ code: StatusCode, _ message: String, details: [ProtobufAny]) -> RPCError {
    let plain = RPCError(code: code, message: message)
    let status = GoogleRPC.Status.with {
      $0.code = Int32(code.rawValue)
      $0.message = message
      $0.details = details
    }
    guard let bytes = try? status.serialized() else { return plain }
    return RPCError(Status(code: code, message: message, details: bytes)) ?? plain
  }

  private static func pack(_ message: some Message) -> ProtobufAny? {
    guard let bytes = try? message.serialized() else { return nil }
    return .with {
      $0.typeURL = "type.googleapis.com/\(type(of: message).layout.fullName)"
      $0.value = bytes
    }
  }
}
