internal import ProtobufRuntime
internal import RPCCore
internal import RedSailAPI
internal import Testing

/// Runs a call that must fail, and gives what the caller was told.
func failure<Answer>(
  _ sourceLocation: SourceLocation = #_sourceLocation,
  of call: () async throws -> Answer
) async throws -> CallFailure {
  do {
    _ = try await call()
  } catch let error as RPCError {
    return try CallFailure(error)
  }
  Issue.record("the call succeeded", sourceLocation: sourceLocation)
  throw CallSucceeded()
}

/// The call that should have failed did not.
struct CallSucceeded: Error {}

/// What a caller reads from an error.
struct CallFailure {
  let code: StatusCode
  let message: String
  var reason = ""
  var metadata: [String: String] = [:]
  /// The wrong fields in order, each with its reason: `firm.division: REQUIRED_FIELD`.
  var fields: [String] = []
  var chinese = ""

  init(_ error: RPCError) throws {
    code = error.code
    message = error.message
    let status = try GoogleRPC.Status(serialized: error.status.details)
    for detail in status.details {
      switch detail.typeURL {
      case "type.googleapis.com/google.rpc.ErrorInfo":
        let info = try GoogleRPC.ErrorInfo(serialized: detail.value)
        #expect(info.domain == "redsail")
        reason = info.reason
        metadata = info.metadata
      case "type.googleapis.com/google.rpc.BadRequest":
        fields = try GoogleRPC.BadRequest(serialized: detail.value).fieldViolations.map { violation in
          #expect(!violation.description.isEmpty)
          #expect(violation.localizedMessage?.locale == "zh-CN")
          return "\(violation.field): \(violation.reason)"
        }
      case "type.googleapis.com/google.rpc.LocalizedMessage":
        let message = try GoogleRPC.LocalizedMessage(serialized: detail.value)
        #expect(message.locale == "zh-CN")
        chinese = message.message
      default: break
      }
    }
  }
}
