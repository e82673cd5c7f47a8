/// What a RedSail server says of a failed call (design: AIP-193): a reason that programs can act on, the fields that are wrong,
/// and a message for people in Chinese.
extension RPCError {
  /// Why the call failed; nil where the error does not come from RedSail (a lost connection, a proxy), and `.unrecognized`
  /// never: a reason that this client's schema does not know is nil too, see `errorInfo`.
  ///
  /// ```swift
  /// do { … } catch let error as RPCError where error.reason == .etagMismatch { … }
  /// ```
  public var reason: ErrorReason? {
    guard let info = errorInfo, info.domain == "redsail" else { return nil }
    return ErrorReason.layout.number(named: "ERROR_REASON_\(info.reason)").map(ErrorReason.init(rawValue:))
  }

  /// The reason as text with its metadata, such as the states in which an action is allowed; what `ErrorReason` documents.
  public var errorInfo: GoogleRPC.ErrorInfo? { detail() }

  /// Each field that is wrong, with what was expected; empty if the error is not about fields.
  public var fieldViolations: [GoogleRPC.BadRequest.FieldViolation] {
    detail(GoogleRPC.BadRequest.self)?.fieldViolations ?? []
  }

  /// The message in Chinese (中文说明), for people.
  public var localizedMessage: String? { detail(GoogleRPC.LocalizedMessage.self)?.message }

  /// The first detail of a type; nil if there is none or the details cannot be read.
  private func detail<Detail: Message>(_ type: Detail.Type = Detail.self) -> Detail? {
    guard let status = try? GoogleRPC.Status(serialized: status.details) else { return nil }
    let typeURL = "type.googleapis.com/\(Detail.layout.fullName)"
    guard let packed = status.details.first(where: { $0.typeURL == typeURL }) else { return nil }
    return try? Detail(serialized: packed.value)
  }
}
