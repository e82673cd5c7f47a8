/// Reads the headers and trailers of responses by grpc/doc/PROTOCOL-HTTP2.md and http-grpc-status-mapping.md. One per
/// connection, as header blocks come one after the other.
public struct ResponseHeadReader: Sendable {
  private struct Fields {
    var httpStatus: Int?
    var contentType: String?
    var isGRPC = false
    var code: StatusCode?
    var message = ""
    var details: [UInt8] = []
    var encoding = MessageEncoding.identity
    var unknownEncoding: String?
    var metadata = Metadata()
    var error: RPCError?
  }

  private var current = Fields()

  /// A reader.
  public init() {}

  /// Takes in one header or trailer, its name in lower case.
  public mutating func add(name: Span<UInt8>, value: Span<UInt8>) {
    if name.isEmpty { return }
    switch name[0] {
    case UInt8(ascii: ":"):
      if name.equals(":status") { current.httpStatus = Int(String(copying: value)) }
    case UInt8(ascii: "g") where name.hasPrefix("grpc-"): addReserved(name: name, value: value)
    case UInt8(ascii: "c") where name.equals("content-type"):
      current.isGRPC = ContentType.isAccepted(value)
      if !current.isGRPC { current.contentType = String(copying: value) }
    default:
      do throws(RPCError) { try current.metadata.add(name: name, value: value) } catch { fail(error) }
    }
  }

  /// The first header block of a response is complete; the reader is ready for the next one.
  public mutating func finishHead(endsStream: Bool) -> ResponseHead {
    defer { current = Fields() }
    guard let httpStatus = current.httpStatus else {
      return .end(Status(code: .internal, message: "the response has no :status"), trailingMetadata: current.metadata)
    }
    if (100..<200).contains(httpStatus), !endsStream { return .interim }
    // A grpc-status counts whatever the HTTP status is.
    if endsStream || httpStatus != 200 || !current.isGRPC { return end(httpStatus: httpStatus) }
    if let error = current.error { return .end(error.status, trailingMetadata: current.metadata) }
    if let encoding = current.unknownEncoding {
      let message =
        "the response has the grpc-encoding '\(encoding)', which is not supported; supported: \(AcceptedEncodings.own)"
      return .end(Status(code: .internal, message: message), trailingMetadata: current.metadata)
    }
    return .initialMetadata(current.metadata, encoding: current.encoding)
  }

  /// The trailers, which come behind Response-Headers, are complete; the reader is ready for the next block.
  public mutating func finishTrailers() -> (status: Status, metadata: Metadata) {
    defer { current = Fields() }
    if let status = sentStatus() { return (status, current.metadata) }
    return (Status(code: .unknown, message: "the trailers have no grpc-status"), current.metadata)
  }

  private func end(httpStatus: Int) -> ResponseHead {
    if let status = sentStatus() { return .end(status, trailingMetadata: current.metadata) }
    let what =
      switch current.contentType {
      case _ where current.isGRPC: "no grpc-status"
      case let type?: "content-type '\(type)' and no grpc-status"
      case nil: "no content-type and no grpc-status"
      }
    return .end(
      Status(code: StatusCode(httpStatus: httpStatus), message: "the response has HTTP status \(httpStatus), \(what)"),
      trailingMetadata: current.metadata
    )
  }

  private func sentStatus() -> Status? {
    guard let code = current.code else { return nil }
    if code == .ok, let error = current.error { return error.status }
    return Status(code: code, message: current.message, details: current.details)
  }

  private mutating func addReserved(name: Span<UInt8>, value: Span<UInt8>) {
    if name.equals("grpc-status") {
      guard let number = Int(String(copying: value)), number >= 0 else {
        current.code = .unknown
        current.message = "the response has the malformed grpc-status '\(String(copying: value))'"
        return
      }
      current.code = StatusCode(rawValue: number) ?? .unknown
    } else if name.equals("grpc-message") {
      current.message = StatusMessageCoding.decode(value)
    } else if name.equals("grpc-status-details-bin") {
      current.details = Base64.decode(value) ?? []
    } else if name.equals("grpc-encoding") {
      if let encoding = MessageEncoding(name: value) {
        current.encoding = encoding
      } else {
        current.unknownEncoding = String(copying: value)
      }
    } else if name.equals("grpc-retry-pushback-ms") {
      current.metadata.addUnchecked(.text(String(copying: value)), for: "grpc-retry-pushback-ms")
    }
  }

  private mutating func fail(_ error: RPCError) {
    if current.error == nil { current.error = error }
  }
}
