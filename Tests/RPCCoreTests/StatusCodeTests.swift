internal import RPCCore
internal import Testing

@Suite struct StatusCodeTests {
  /// grpc/doc/statuscodes.md.
  static let published = [
    "OK", "CANCELLED", "UNKNOWN", "INVALID_ARGUMENT", "DEADLINE_EXCEEDED", "NOT_FOUND", "ALREADY_EXISTS",
    "PERMISSION_DENIED", "RESOURCE_EXHAUSTED", "FAILED_PRECONDITION", "ABORTED", "OUT_OF_RANGE", "UNIMPLEMENTED",
    "INTERNAL", "UNAVAILABLE", "DATA_LOSS", "UNAUTHENTICATED",
  ]

  @Test func hasTheNumbersAndNamesOfTheSpecification() {
    #expect(StatusCode.allCases.sorted { $0.rawValue < $1.rawValue }.map(\.name) == Self.published)
    for (number, name) in Self.published.enumerated() { #expect(StatusCode(name: name)?.rawValue == number) }
    #expect(StatusCode(name: "NOPE") == nil)
  }

  /// grpc/doc/http-grpc-status-mapping.md.
  @Test(arguments: [
    (400, StatusCode.internal), (401, .unauthenticated), (403, .permissionDenied), (404, .unimplemented),
    (429, .unavailable), (431, .internal), (502, .unavailable), (503, .unavailable), (504, .unavailable),
    (200, .unknown), (302, .unknown), (500, .unknown), (418, .unknown),
  ])
  func mapsHTTPStatus(http: Int, code: StatusCode) {
    #expect(StatusCode(httpStatus: http) == code)
  }

  /// grpc/doc/PROTOCOL-HTTP2.md, Errors, with the numbers of RFC 9113 §7.
  @Test(arguments: [
    (UInt32(0x0), StatusCode.internal), (0x1, .internal), (0x2, .internal), (0x3, .internal), (0x4, .internal),
    (0x6, .internal), (0x7, .unavailable), (0x8, .cancelled), (0x9, .internal), (0xA, .internal),
    (0xB, .resourceExhausted), (0xC, .permissionDenied), (0xD, .unknown), (0xFFFF, .unknown),
  ])
  func mapsResetStreams(http2: UInt32, code: StatusCode) {
    #expect(StatusCode(http2ErrorCode: http2) == code)
  }

  @Test func errorsAreNeverOK() {
    #expect(RPCError(code: .ok, message: "").code == .unknown)
    #expect(RPCError(Status.ok) == nil)
    #expect(RPCError(Status(code: .aborted, message: "again"))?.description == "ABORTED: again")
  }
}
