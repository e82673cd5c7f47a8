internal import RPCCore
internal import Testing

@Suite struct ResponseHeadReaderTests {
  static func head(_ fields: [(String, String)], endsStream: Bool = false) -> ResponseHead {
    var reader = ResponseHeadReader()
    for field in fields { reader.add(name: field.0.utf8.span, value: field.1.utf8.span) }
    return reader.finishHead(endsStream: endsStream)
  }

  static func trailers(_ fields: [(String, String)]) -> (status: Status, metadata: Metadata) {
    var reader = ResponseHeadReader()
    for field in fields { reader.add(name: field.0.utf8.span, value: field.1.utf8.span) }
    return reader.finishTrailers()
  }

  @Test func readsResponseHeaders() {
    guard
      case .initialMetadata(let metadata, .identity) = Self.head([
        (":status", "200"), ("content-type", "application/grpc+proto"), ("k", "v"), ("grpc-encoding", "identity"),
      ])
    else {
      Issue.record("not read as Response-Headers")
      return
    }
    #expect(metadata["k"] == "v")
  }

  @Test func skipsInterimResponses() {
    guard case .interim = Self.head([(":status", "103")]) else {
      Issue.record("not skipped")
      return
    }
  }

  /// Headers, whether the stream ends with them, and the status that follows (http-grpc-status-mapping.md, PROTOCOL-HTTP2.md).
  @Test(arguments: [
    (
      [(":status", "200"), ("content-type", "application/grpc"), ("grpc-status", "5"), ("grpc-message", "a%25")], true,
      Status(code: .notFound, message: "a%")
    ),
    ([(":status", "503"), ("grpc-status", "5")], true, Status(code: .notFound)),
    ([(":status", "200"), ("content-type", "application/grpc"), ("grpc-status", "99")], true, Status(code: .unknown)),
    (
      [(":status", "200"), ("content-type", "application/grpc")], true,
      Status(code: .unknown, message: "the response has HTTP status 200, no grpc-status")
    ),
    (
      [(":status", "200"), ("content-type", "text/html")], false,
      Status(code: .unknown, message: "the response has HTTP status 200, content-type 'text/html' and no grpc-status")
    ),
    (
      [(":status", "502")], false,
      Status(code: .unavailable, message: "the response has HTTP status 502, no content-type and no grpc-status")
    ),
    (
      [(":status", "404"), ("content-type", "application/grpc")], false,
      Status(code: .unimplemented, message: "the response has HTTP status 404, no grpc-status")
    ),
    ([("content-type", "application/grpc")], false, Status(code: .internal, message: "the response has no :status")),
  ])
  func endsTheCall(fields: [(String, String)], endsStream: Bool, status: Status) {
    guard case .end(let got, _) = Self.head(fields, endsStream: endsStream) else {
      Issue.record("the call did not end")
      return
    }
    #expect(got == status)
  }

  @Test func refusesAnEncodingThatWasNotOffered() {
    let fields = [(":status", "200"), ("content-type", "application/grpc"), ("grpc-encoding", "snappy")]
    guard case .end(let status, _) = Self.head(fields) else {
      Issue.record("the call did not end")
      return
    }
    #expect(status.code == .internal)
  }

  @Test func readsTrailers() {
    let (status, metadata) = Self.trailers([("grpc-status", "0"), ("k", "v")])
    #expect(status == .ok)
    #expect(metadata["k"] == "v")
    #expect(Self.trailers([("grpc-status", "16"), ("grpc-status-details-bin", "AQI=")]).status.details == [1, 2])
    #expect(Self.trailers([("k", "v")]).status.code == .unknown)
    #expect(Self.trailers([("grpc-status", "x")]).status.code == .unknown)
    #expect(Self.trailers([("grpc-status", "-1")]).status.code == .unknown)
    #expect(Self.trailers([("grpc-status", "0"), ("x-bin", "!")]).status.code == .internal)
  }

  @Test func whatIsWrittenIsReadBack() throws {
    var metadata = Metadata()
    try metadata.add("v", for: "k")
    try metadata.add(binary: [1, 2, 3], for: "k-bin")
    let status = Status(code: .aborted, message: "先到先得\n100%", details: [8, 10])
    let read = Self.trailers(ResponseFields.trailers(status, metadata).map { ($0.name, $0.value) })
    #expect(read.status == status)
    #expect(read.metadata == metadata)
    guard
      case .end(let only, let trailing) = Self.head(
        ResponseFields.trailersOnly(status, metadata).map { ($0.name, $0.value) },
        endsStream: true
      )
    else {
      Issue.record("the call did not end")
      return
    }
    #expect(only == status)
    #expect(trailing == metadata)
    #expect(ResponseFields.trailers(.ok, Metadata()) == [HeaderField(name: "grpc-status", value: "0")])
  }
}
