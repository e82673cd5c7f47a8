internal import RPCCore
internal import RedSailAPI

/// One wrong field of a request.
struct Violation: Sendable, Hashable {
  /// The field's path from the request.
  let field: String
  let reason: ErrorReason
  let text: LocalizedText
  /// What `ErrorInfo.metadata` carries for the reason.
  let metadata: [String: String]

  /// The violation as callers get it.
  var message: GoogleRPC.BadRequest.FieldViolation {
    .with {
      $0.field = field
      $0.description = text.english
      $0.reason = reason.wireName
      $0.localizedMessage = .with {
        $0.locale = "zh-CN"
        $0.message = text.chinese
      }
    }
  }
}
