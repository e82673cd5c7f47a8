internal import ProtobufRuntime
internal import RPCCore
internal import RedSailAPI

/// Makes the errors that callers see: each reason of errors.proto with its code, an `ErrorInfo`, a `LocalizedMessage` in
/// zh-CN and, for wrong arguments, a `BadRequest` (AIP-193).
enum Failure {
  /// The domain of every `ErrorInfo`.
  static let domain = "redsail"

  /// The most UTF-8 bytes of a text in an error. Texts repeat what came, and gRPC clients take 8 KiB of headers in all:
  /// message and details of a larger error would be lost on them.
  static let maximumTextBytes = 512

  /// The error for a reason.
  static func make(
    _ reason: ErrorReason,
    _ text: LocalizedText,
    metadata: [String: String] = [:],
    violations: [Violation] = [],
    retryAfterSeconds: Int64? = nil
  ) -> RPCError {
    let text = text.cut(toBytes: maximumTextBytes)
    let metadata = metadata.mapValues { $0.cut(toBytes: maximumTextBytes) }
    var error = RPCError(code: reason.code, message: text.english)
    error.addDetail(GoogleRPC.ErrorInfo(reason: reason.wireName, domain: domain, metadata: metadata))
    error.addDetail(
      GoogleRPC.LocalizedMessage.with {
        $0.locale = "zh-CN"
        $0.message = text.chinese
      }
    )
    if !violations.isEmpty {
      error.addDetail(GoogleRPC.BadRequest.with { $0.fieldViolations = violations.map(\.message) })
    }
    if let retryAfterSeconds {
      error.addDetail(GoogleRPC.RetryInfo.with { $0.retryDelay = .with { $0.seconds = retryAfterSeconds } })
    }
    return error
  }

  /// The error for one wrong field of the request.
  static func field(_ path: String, _ reason: ErrorReason, _ text: LocalizedText, metadata: [String: String] = [:])
    -> RPCError
  {
    var violations = Violations()
    violations.add(path, reason, text, metadata: metadata)
    return violations.error
  }
}
