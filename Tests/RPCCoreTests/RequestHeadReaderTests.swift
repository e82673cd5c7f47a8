internal import ProtobufRuntime
internal import RPCCore
internal import Testing

@Suite struct RequestHeadReaderTests {
  static let good = [
    (":method", "POST"), (":scheme", "http"), (":path", "/test.Notes/Get"), (":authority", "host:1"),
    ("te", "trailers"),
    ("content-type", "application/grpc"),
  ]

  static func router() -> RPCRouter {
    var router = RPCRouter()
    router.register(NotesStub())
    return router
  }

  static func read(_ fields: [(String, String)], replacing name: String = "", with value: String? = nil)
    -> Result<RequestHead, RefusedRequest>
  {
    var reader = RequestHeadReader(router: router())
    for field in fields where field.0 != name { reader.add(name: field.0.utf8.span, value: field.1.utf8.span) }
    if let value { reader.add(name: name.utf8.span, value: value.utf8.span) }
    return reader.finish()
  }

  @Test func readsACall() throws {
    let more = [
      ("grpc-timeout", "5S"), ("user-agent", "grpc-go/1.60"), ("grpc-accept-encoding", "snappy, gzip"), ("x-id", "7"),
      ("x-bin", "AQ"), ("grpc-encoding", "identity"),
    ]
    let head = try Self.read(Self.good + more).get()
    #expect(head.method.method.path == "/test.Notes/Get")
    #expect(head.timeout == .seconds(5))
    #expect(head.authority == "host:1")
    #expect(head.userAgent == "grpc-go/1.60")
    #expect(head.metadata.map(\.key) == ["x-id", "x-bin"])
    #expect(head.metadata[binary: "x-bin"] == [1])
  }

  @Test func keepsNothingFromTheCallBefore() throws {
    var reader = RequestHeadReader(router: Self.router())
    for field in Self.good + [("user-agent", "a"), ("grpc-timeout", "1S"), ("k", "v")] {
      reader.add(name: field.0.utf8.span, value: field.1.utf8.span)
    }
    _ = try reader.finish().get()
    for field in Self.good where field.0 != ":authority" {
      reader.add(name: field.0.utf8.span, value: field.1.utf8.span)
    }
    let head = try reader.finish().get()
    #expect(head.userAgent.isEmpty && head.authority.isEmpty && head.timeout == nil && head.metadata.isEmpty)
  }

  @Test(arguments: [
    "application/grpc", "application/grpc+proto", "application/grpc;charset=utf-8", "Application/GRPC",
    "application/grpc+proto;v=1",
  ])
  func acceptsContentTypes(value: String) throws {
    _ = try Self.read(Self.good, replacing: "content-type", with: value).get()
  }

  @Test(arguments: [
    nil, "", "text/html", "application/grpc-web", "application/grpc-web+proto", "application/grpc+json",
    "application/grpcx",
    "application/json",
  ])
  func refusesOtherContentTypesWith415(value: String?) {
    guard case .failure(.http(status: 415)) = Self.read(Self.good, replacing: "content-type", with: value) else {
      Issue.record("\(value ?? "no content-type") was not refused with 415")
      return
    }
  }

  /// A proxy that takes `te` away may take trailers away too.
  @Test func aRequestWithoutTEIsRefused() {
    guard case .failure(.status(let error)) = Self.read(Self.good, replacing: "te", with: nil) else {
      Issue.record("not refused with a status")
      return
    }
    #expect(error.code == .unknown)
    #expect(error.message.contains("te: trailers"))
  }

  @Test func hostStandsInForTheAuthority() throws {
    let fields = Self.good + [("host", "other:2"), ("content-length", "5")]
    let both = try Self.read(fields).get()
    #expect(both.authority == "host:1")
    #expect(both.metadata.isEmpty)
    #expect(try Self.read(fields, replacing: ":authority").get().authority == "other:2")
  }

  @Test(arguments: [("3", 3), ("0", 0), ("-1", 0), ("many", 0), ("", 0)])
  func readsTheNumberOfAttempts(value: String, attempts: Int) throws {
    let head = try Self.read(Self.good, replacing: "grpc-previous-rpc-attempts", with: value).get()
    #expect(head.previousAttempts == attempts)
    #expect(head.metadata.isEmpty)
  }

  @Test(arguments: ["grpc-future", "grpc-status", "grpc-message-type"])
  func reservedHeadersAreNoMetadata(name: String) throws {
    #expect(try Self.read(Self.good, replacing: name, with: "x").get().metadata.isEmpty)
  }

  @Test(arguments: ["GET", "OPTIONS", "post"])
  func refusesOtherHTTPMethodsWith405(value: String) {
    guard case .failure(.http(status: 405)) = Self.read(Self.good, replacing: ":method", with: value) else {
      Issue.record("\(value) was not refused with 405")
      return
    }
  }

  @Test(arguments: [
    (":path", "/test.Notes/Nope", StatusCode.unimplemented, "unknown method Nope of service test.Notes"),
    (":path", "/test.Other/Get", .unimplemented, "unknown service test.Other"),
    (":path", "/test.Notes/Get/more", .unimplemented, "malformed path"),
    (":path", "test.Notes/Get", .unimplemented, "malformed path"),
    (":path", "/test.Notes/get", .unimplemented, "unknown method get"),
    ("grpc-timeout", "5 S", .internal, "malformed grpc-timeout '5 S'"),
    ("grpc-encoding", "snappy", .unimplemented, "'snappy' is not supported; supported: identity,gzip,deflate"),
    ("x-bin", "!", .internal, "not base 64"),
  ])
  func refusesWithAStatus(name: String, value: String, code: StatusCode, part: String) throws {
    guard case .failure(.status(let error)) = Self.read(Self.good, replacing: name, with: value) else {
      Issue.record("\(name) '\(value)' was not refused with a status")
      return
    }
    #expect(error.code == code)
    #expect(error.message.contains(part))
  }

  /// grpc/doc/compression.md, test case 4: the refusal names what is supported.
  @Test func theRefusalOfAnEncodingNamesTheSupportedOnes() throws {
    guard case .failure(let refusal) = Self.read(Self.good, replacing: "grpc-encoding", with: "snappy") else {
      Issue.record("snappy was not refused")
      return
    }
    let fields = ResponseFields.refusal(refusal)
    #expect(fields.contains(HeaderField(name: "grpc-accept-encoding", value: "identity,gzip,deflate")))
    #expect(fields.contains(HeaderField(name: "grpc-status", value: "12")))
  }
}

/// A service that is looked up but never called.
struct NotesStub: RPCService {
  static let get = MethodDescriptor<Note, Note>(service: "test.Notes", name: "Get", kind: .unary)
  static let serviceDescriptor = ServiceDescriptor(name: "test.Notes", methods: [get.method])

  func register(in router: inout RPCRouter) { router.unary(Self.get) { request, _ in request } }
}
