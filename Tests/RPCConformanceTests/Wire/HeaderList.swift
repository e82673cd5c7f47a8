/// A list of header fields that is changed a little and then encoded, every field as a literal.
struct HeaderList: Sendable {
  var fields: [(name: String, value: String)]

  init(_ fields: [(String, String)]) { self.fields = fields.map { (name: $0.0, value: $0.1) } }

  /// A call of the service's Echo.
  static let request = HeaderList([
    (":method", "POST"), (":scheme", "http"), (":path", "/test.Conformance/Echo"), (":authority", "test"),
    ("te", "trailers"), ("content-type", "application/grpc"),
  ])

  /// The head of a response of gRPC.
  static let response = HeaderList([(":status", "200"), ("content-type", "application/grpc")])

  /// The trailers of a call that went well.
  static let trailers = HeaderList([("grpc-status", "0")])

  func with(_ name: String, _ value: String) -> HeaderList {
    var copy = self
    copy.fields.append((name: name, value: value))
    return copy
  }

  func without(_ name: String) -> HeaderList {
    var copy = self
    copy.fields.removeAll { $0.name == name }
    return copy
  }

  func setting(_ name: String, to value: String) -> HeaderList {
    HeaderList(fields.map { ($0.name, $0.name == name ? value : $0.value) })
  }

  var block: [UInt8] { fields.flatMap { HPACK.literal($0.name, $0.value) } }
}
