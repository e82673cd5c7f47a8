/// Reads the headers of requests and checks them by grpc/doc/PROTOCOL-HTTP2.md.
///
/// One per connection: header blocks come one after the other, and values that repeat with every request
/// (`user-agent`, `:authority`, `grpc-accept-encoding`) are made into something once. It relies on HTTP/2 itself having been checked (RFC 9113 §8:
/// pseudo-headers first and once, no connection headers, `te` only as `trailers`).
public struct RequestHeadReader: Sendable {
  private let router: RPCRouter
  private var authority = ""
  private var userAgent = ""
  private var acceptEncoding = ""
  private var acceptedEncodings = AcceptedEncodings()
  private var current = Fields()

  private struct Fields {
    var method: ServerMethod?
    var unknownPath: String?
    var isPost = false
    var hasContentType = false
    var acceptsTrailers = false
    var hasAuthority = false
    var hasUserAgent = false
    var hasAcceptEncoding = false
    var encoding = MessageEncoding.identity
    var timeout: Duration?
    var previousAttempts = 0
    var metadata = Metadata()
    var error: RPCError?
  }

  /// A reader that looks up methods in a router.
  public init(router: RPCRouter) { self.router = router }

  /// Takes in one header, its name in lower case.
  public mutating func add(name: Span<UInt8>, value: Span<UInt8>) {
    if name.isEmpty { return }
    switch name[0] {
    case UInt8(ascii: ":"): addPseudo(name: name, value: value)
    case UInt8(ascii: "g") where name.hasPrefix("grpc-"): addReserved(name: name, value: value)
    case UInt8(ascii: "c") where name.equals("content-type"): current.hasContentType = ContentType.isAccepted(value)
    case UInt8(ascii: "c") where name.equals("content-length"): return
    case UInt8(ascii: "h") where name.equals("host"): addHost(value)
    case UInt8(ascii: "t") where name.equals("te"): current.acceptsTrailers = value.equals("trailers")
    case UInt8(ascii: "u") where name.equals("user-agent"):
      if !value.equals(userAgent) { userAgent = String(copying: value) }
      current.hasUserAgent = true
    default:
      do throws(RPCError) { try current.metadata.add(name: name, value: value) } catch { fail(error) }
    }
  }

  /// The header block is complete: what it asks for, or how to refuse it. The reader is ready for the next one.
  public mutating func finish() -> Result<RequestHead, RefusedRequest> {
    defer { current = Fields() }
    guard current.isPost else { return .failure(.http(status: 405)) }
    guard current.hasContentType else { return .failure(.http(status: 415)) }
    guard current.acceptsTrailers else { return .failure(.status(Self.noTrailers)) }
    if let error = current.error { return .failure(.status(error)) }
    guard let method = current.method else {
      return .failure(.status(router.unimplemented(path: current.unknownPath ?? "")))
    }
    return .success(
      RequestHead(
        method: method,
        metadata: current.metadata,
        timeout: current.timeout,
        encoding: current.encoding,
        acceptedEncodings: current.hasAcceptEncoding ? acceptedEncodings : AcceptedEncodings(),
        previousAttempts: current.previousAttempts,
        authority: current.hasAuthority ? authority : "",
        userAgent: current.hasUserAgent ? userAgent : ""
      )
    )
  }

  private mutating func addPseudo(name: Span<UInt8>, value: Span<UInt8>) {
    // HTTP/2 lets no other pseudo-header through, so a letter tells them apart.
    switch name.count > 1 ? name[1] : 0 {
    case UInt8(ascii: "p"):
      current.method = router.method(at: value)
      if current.method == nil { current.unknownPath = String(copying: value) }
    case UInt8(ascii: "m"):
      current.isPost = value.equals("POST")
    case UInt8(ascii: "a"): setAuthority(value)
    default: return
    }
  }

  /// Stands in for `:authority` where that is missing (RFC 9113 §8.3.1).
  private mutating func addHost(_ value: Span<UInt8>) {
    if !current.hasAuthority { setAuthority(value) }
  }

  private mutating func setAuthority(_ value: Span<UInt8>) {
    if !value.equals(authority) { authority = String(copying: value) }
    current.hasAuthority = true
  }

  private mutating func addReserved(name: Span<UInt8>, value: Span<UInt8>) {
    if name.equals("grpc-accept-encoding") {
      if !value.equals(acceptEncoding) {
        acceptEncoding = String(copying: value)
        acceptedEncodings = AcceptedEncodings(value)
      }
      current.hasAcceptEncoding = true
    } else if name.equals("grpc-timeout") {
      current.timeout = GRPCTimeout.parse(value)
      if current.timeout == nil {
        fail(
          RPCError(
            code: .internal,
            message: "malformed grpc-timeout '\(String(copying: value))', expected 1 to 8 digits and one of H M S m u n"
          )
        )
      }
    } else if name.equals("grpc-encoding") {
      if let encoding = MessageEncoding(name: value) {
        current.encoding = encoding
      } else {
        fail(Self.unsupported(String(copying: value)))
      }
    } else if name.equals("grpc-previous-rpc-attempts") {
      // It only informs, so a malformed one counts as the first attempt.
      current.previousAttempts = Int(String(copying: value)).map { max(0, $0) } ?? 0
    }
  }

  /// Something on the way does not pass trailers on, and with them the status. The code is that of gRPC's C core.
  private static var noTrailers: RPCError {
    RPCError(code: .unknown, message: "the request has no 'te: trailers' header: a proxy may have dropped it")
  }

  /// grpc/doc/compression.md, Compression Method Asymmetry Between Peers.
  private static func unsupported(_ encoding: String) -> RPCError {
    var metadata = Metadata()
    metadata.addUnchecked(.text(AcceptedEncodings.own), for: "grpc-accept-encoding")
    return RPCError(
      code: .unimplemented,
      message: "grpc-encoding '\(encoding)' is not supported; supported: \(AcceptedEncodings.own)",
      metadata: metadata
    )
  }

  private mutating func fail(_ error: RPCError) {
    if current.error == nil { current.error = error }
  }
}
