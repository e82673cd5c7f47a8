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
  public var retryDelay: Duration? { details(of: GoogleRPC.RetryInfo.self).first?.retryDelay?.duration }

  /// Which quotas are used up (`google.rpc.QuotaFailure`).
  public var quotaViolations: [GoogleRPC.QuotaFailure.Violation] {
    details(of: GoogleRPC.QuotaFailure.self).flatMap(\.violations)
  }

  /// Which preconditions do not hold (`google.rpc.PreconditionFailure`).
  public var preconditionViolations: [GoogleRPC.PreconditionFailure.Violation] {
    details(of: GoogleRPC.PreconditionFailure.self).flatMap(\.violations)
  }

  /// The resource that the error is about (`google.rpc.ResourceInfo`).
  public var resourceInfo: GoogleRPC.ResourceInfo? { details(of: GoogleRPC.ResourceInfo.self).first }

  /// What the server knows the request by, for a report to its people (`google.rpc.RequestInfo`).
  public var requestInfo: GoogleRPC.RequestInfo? { details(of: GoogleRPC.RequestInfo.self).first }

  /// Pages that help to solve the problem (`google.rpc.Help`).
  public var helpLinks: [GoogleRPC.Help.Link] { details(of: GoogleRPC.Help.self).flatMap(\.links) }

  /// What the server tells its developers (`google.rpc.DebugInfo`).
  public var debugInfo: GoogleRPC.DebugInfo? { details(of: GoogleRPC.DebugInfo.self).first }
}
