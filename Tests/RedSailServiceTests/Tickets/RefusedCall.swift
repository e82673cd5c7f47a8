internal import ProtobufRuntime
internal import RPCCore
internal import RedSailAPI
internal import Testing

/// How a call was refused, read from what travels on the wire.
struct RefusedCall: Sendable {
  let code: StatusCode
  let message: String
  let reason: String
  let metadata: [String: String]
  /// The fields of the BadRequest, with the reason of each.
  let fields: [String: String]
  /// The zh-CN message.
  let chinese: String
  /// All that travels.
  let bytes: [UInt8]

  init(_ error: RPCError) throws {
    try self.init(GoogleRPC.Status(serialized: error.status.details))
  }

  init(_ status: GoogleRPC.Status) throws {
    code = try #require(StatusCode(rawValue: Int(status.code)))
    message = status.message
    bytes = try status.serialized()
    var info = GoogleRPC.ErrorInfo()
    var request = GoogleRPC.BadRequest()
    var localized = GoogleRPC.LocalizedMessage()
    for detail in status.details {
      switch detail.typeURL {
      case "type.googleapis.com/google.rpc.ErrorInfo": info = try .init(serialized: detail.value)
      case "type.googleapis.com/google.rpc.BadRequest": request = try .init(serialized: detail.value)
      case "type.googleapis.com/google.rpc.LocalizedMessage": localized = try .init(serialized: detail.value)
      default: Issue.record("unexpected detail \(detail.typeURL)")
      }
    }
    #expect(info.domain == "redsail")
    #expect(localized.locale == "zh-CN")
    reason = info.reason
    metadata = info.metadata
    chinese = localized.message
    fields = Dictionary(
      request.fieldViolations.map { ($0.field, $0.reason) },
      uniquingKeysWith: { first, _ in first }
    )
  }
}

/// Runs a call that must be refused for a reason, with a code.
@discardableResult
func expectRefusal(
  _ code: StatusCode,
  _ reason: String,
  sourceLocation: SourceLocation = #_sourceLocation,
  _ call: () async throws -> some Sendable
) async throws -> RefusedCall? {
  do {
    let answer = try await call()
    Issue.record("expected \(reason), came \(answer)", sourceLocation: sourceLocation)
    return nil
  } catch let error as RPCError {
    guard !error.status.details.isEmpty else {
      Issue.record("expected \(reason), came \(error) without details", sourceLocation: sourceLocation)
      return nil
    }
    let refused = try RefusedCall(error)
    #expect(refused.code == code, "\(refused.message)", sourceLocation: sourceLocation)
    #expect(refused.reason == reason, "\(refused.message)", sourceLocation: sourceLocation)
    #expect(!refused.chinese.isEmpty, sourceLocation: sourceLocation)
    return refused
  }
}
