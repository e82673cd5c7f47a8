extension RPCError {
  /// Why RedSail refused the call; nil where the error does not come from RedSail (a lost connection, a proxy), or its
  /// reason is newer than this client, which `errorInfo` shows as text.
  ///
  /// What else the server said stands in `errorInfo` (metadata, as `ErrorReason` documents them), `fieldViolations`, and
  /// `localizedMessage` (in Chinese).
  ///
  /// ```swift
  /// do {
  ///   _ = try await city.tickets.update(ticket, fields: [.grade])
  /// } catch {
  ///   guard error.reason == .etagMismatch else { throw error }
  ///   …
  /// }
  /// ```
  public var reason: ErrorReason? {
    guard let info = errorInfo, info.domain == "redsail" else { return nil }
    return ErrorReason.layout.number(named: "ERROR_REASON_\(info.reason)").map(ErrorReason.init(rawValue:))
  }
}
