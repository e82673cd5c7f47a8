internal import ProtobufRuntime
internal import RPCCore
internal import Testing

@Suite struct RPCErrorDetailsTests {
  static let error = RPCError.invalidArgument(
    "标题不能为空",
    violations: [.init(field: "ticket.title", description: "must not be empty", reason: "FIELD_EMPTY")],
    reason: "FIELD_EMPTY",
    domain: "example.org"
  ).adding(GoogleRPC.LocalizedMessage(locale: "zh-CN", message: "标题不能为空"))

  @Test func typedDetailsGoThroughTheTrailers() throws {
    var reader = ResponseHeadReader()
    for field in ResponseFields.trailersOnly(Self.error.status, Metadata()) {
      reader.add(name: field.name.utf8.span, value: field.value.utf8.span)
    }
    guard case .end(let status, _) = reader.finishHead(endsStream: true) else {
      Issue.record("the call did not end")
      return
    }
    let error = try #require(RPCError(status))
    #expect(error.code == .invalidArgument)
    #expect(error.fieldViolations.map(\.field) == ["ticket.title"])
    #expect(error.errorInfo?.reason == "FIELD_EMPTY")
    #expect(error.errorInfo?.domain == "example.org")
    #expect(error.localizedMessage?.locale == "zh-CN")
    #expect(error.retryDelay == nil)
    #expect(error.details.count == 3)
  }

  /// google/rpc/status.proto by hand: code 3 (field 1), message "m" (field 2), an Any (field 3) with type_url and value.
  @Test func readsTheBytesOfAnotherImplementation() throws {
    let url = Array("type.googleapis.com/google.rpc.RetryInfo".utf8)
    let any: [UInt8] = [0x0A, UInt8(url.count)] + url + [0x12, 0x04, 0x0A, 0x02, 0x08, 0x07]
    let bytes: [UInt8] = [0x08, 0x03, 0x12, 0x01, 0x6D, 0x1A, UInt8(any.count)] + any
    let error = try #require(RPCError(Status(code: .unavailable, message: "m", details: bytes)))
    #expect(error.retryDelay == .seconds(7))
    #expect(error.fieldViolations.isEmpty)
    var expected = GoogleRPC.Status()
    expected.code = 3
    expected.message = "m"
    expected.details = error.details
    #expect(try expected.serialized() == bytes)
  }

  @Test func brokenDetailsDoNotHideTheError() {
    let error = RPCError(Status(code: .aborted, message: "m", details: [0xFF]))
    #expect(error?.code == .aborted)
    #expect(error?.details.isEmpty == true)
  }

  @Test func theCauseStaysHere() {
    struct Cause: Error {}
    let error = RPCError(code: .internal, message: "m", cause: Cause())
    #expect(error.status == Status(code: .internal, message: "m"))
  }
}
