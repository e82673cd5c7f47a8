extension TicketImportResult {
  /// The stored ticket's name, etag and state; nil where the entry is refused.
  public var receipt: TicketReceipt? {
    if case .receipt(let receipt) = outcome { receipt } else { nil }
  }

  /// Why the entry is refused: the error that creating the ticket would have thrown; nil where it is stored.
  public var error: RPCError? {
    guard case .error(let status) = outcome else { return nil }
    var error = RPCError(code: StatusCode(rawValue: Int(status.code)) ?? .unknown, message: status.message)
    error.details = status.details
    return error
  }
}
