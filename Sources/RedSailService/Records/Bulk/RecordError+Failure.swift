internal import RPCCore
internal import RedSailAPI

extension RecordError {
  /// What a call of its own would have been answered. Paths are those of the entry: what a rule says of the record's field
  /// `firm.division` is said of `record.firm.division`.
  init(_ error: RPCError, of type: ResourceType?) {
    self.init()
    func path(_ field: String) -> String {
      guard let type, field == type.field || field.hasPrefix("\(type.field).") else { return field }
      return "record.\(field)"
    }
    code = Int32(error.code.rawValue)
    message = error.message
    localizedMessage = error.localizedMessage?.message ?? ""
    if let info = error.errorInfo {
      reason =
        ErrorReason.layout.number(named: "ERROR_REASON_\(info.reason)").map { .init(rawValue: $0) } ?? .unspecified
      metadata = info.metadata
      if let field = metadata["field"] { metadata["field"] = path(field) }
    }
    violations = error.fieldViolations.map { violation in
      .with {
        $0.field = path(violation.field)
        $0.description = violation.description
      }
    }
  }
}
