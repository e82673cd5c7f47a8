public import ProtobufRuntime

extension RPCError {
  /// Adds a typed detail. Left out if it cannot be encoded (nested too deep or too large).
  public mutating func addDetail(_ detail: some Message) {
    guard let bytes = try? detail.serialized() else { return }
    details.append(
      .with {
        $0.typeURL = "type.googleapis.com/\(type(of: detail).layout.fullName)"
        $0.value = bytes
      }
    )
  }

  /// The same error with one more typed detail.
  public func adding(_ detail: some Message) -> RPCError {
    var copy = self
    copy.addDetail(detail)
    return copy
  }

  /// The details of one type, in order; those that cannot be decoded are left out.
  public func details<Detail: Message>(of type: Detail.Type) -> [Detail] {
    let suffix = "/\(Detail.layout.fullName)"
    return details.compactMap { $0.typeURL.hasSuffix(suffix) ? try? Detail(serialized: $0.value) : nil }
  }

  /// Which fields of the request are wrong, and why (`google.rpc.BadRequest`).
  public var fieldViolations: [GoogleRPC.BadRequest.FieldViolation] {
    details(of: GoogleRPC.BadRequest.self).flatMap(\.fieldViolations)
  }

  /// The reason for machines, unique within its domain (`google.rpc.ErrorInfo`, AIP-193).
  public var errorInfo: GoogleRPC.ErrorInfo? { details(of: GoogleRPC.ErrorInfo.self).first }

  /// The message for people, in the first language that the server gave (`google.rpc.LocalizedMessage`).
  public var localizedMessage: GoogleRPC.LocalizedMessage? { details(of: GoogleRPC.LocalizedMessage.self).first }

  /// How long to wait before trying again (`google.rpc.RetryInfo`).
  public var retryDelay: Duration? {
    details(of: GoogleRPC.RetryInfo.self).first?.retryDelay.map {
      .seconds($0.seconds) + .nanoseconds(Int64($0.nanos))
    }
  }

  /// INVALID_ARGUMENT that names the wrong fields; with a `reason`, which belongs to a `domain`, for machines (AIP-193).
  public static func invalidArgument(
    _ message: String,
    violations: [GoogleRPC.BadRequest.FieldViolation] = [],
    reason: String = "",
    domain: String = ""
  ) -> RPCError {
    var error = RPCError(code: .invalidArgument, message: message)
    if !violations.isEmpty { error.addDetail(GoogleRPC.BadRequest.with { $0.fieldViolations = violations }) }
    if !reason.isEmpty { error.addDetail(GoogleRPC.ErrorInfo(reason: reason, domain: domain)) }
    return error
  }
}

extension GoogleRPC.BadRequest.FieldViolation {
  /// A wrong field: its path in the request, what is wrong with it, and a reason for machines.
  public init(field: String, description: String, reason: String = "") {
    self.init()
    self.field = field
    self.description = description
    self.reason = reason
  }
}

extension GoogleRPC.ErrorInfo {
  /// A reason in UPPER_SNAKE_CASE, unique within the domain, with values that its message mentions.
  public init(reason: String, domain: String, metadata: [String: String] = [:]) {
    self.init()
    self.reason = reason
    self.domain = domain
    self.metadata = metadata
  }
}

extension GoogleRPC.LocalizedMessage {
  /// A message for people in the language of a BCP 47 tag such as `zh-CN`.
  public init(locale: String, message: String) {
    self.init()
    self.locale = locale
    self.message = message
  }
}
