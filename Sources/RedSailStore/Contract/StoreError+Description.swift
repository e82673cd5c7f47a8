extension StoreError: CustomStringConvertible {
  /// One sentence for logs and developers; callers' messages are made by the service.
  public var description: String {
    switch self {
    case .invalidSchema(let reason): "the schema is wrong: \(reason)"
    case .unknownKind(let kind): "kind “\(kind)” is not in the schema"
    case .unknownColumn(let kind, let column, let known):
      "kind “\(kind)” has no column “\(column)”; it has \(known.joined(separator: ", "))"
    case .unindexableFilter(let kind, let column, let reason): "no filter on “\(column)” of “\(kind)”: \(reason)"
    case .unindexableOrder(let kind, let columns, let supported):
      "“\(kind)” cannot be ordered by \(columns.joined(separator: ", ")); "
        + "orders: \(supported.map { $0.joined(separator: ", ") }.joined(separator: " | "))"
    case .typeMismatch(let kind, let column, let expected, let found):
      "column “\(column)” of “\(kind)” takes \(expected.rawValue), not \(found)"
    case .invalidText(let what): "\(what) holds the character U+0000"
    case .queryTooComplex(let limit, let what): "a query has at most \(limit) \(what)"
    case .cursorMismatch: "the page cursor belongs to another order"
    case .alreadyExists(let kind, let name): "\(kind) “\(name)” exists already"
    case .notUnique(let kind, let columns): "another \(kind) has the same \(columns.joined(separator: ", "))"
    case .externalKeyTaken(let key, let owner):
      "record number “\(key.recordNumber)” of “\(key.sourceSystem)” is taken by “\(owner)”"
    case .staleRecord(let kind, let name): "\(kind) “\(name)” is not the record that this transaction read"
    case .unknownDivision(let city, let code): "division “\(code)” is not defined in city “\(city)”"
    case .invalidDivision(let city, let code, let reason): "division “\(code)” of city “\(city)”: \(reason)"
    case .outOfScope(let kind, let name): "\(kind) “\(name)” lies outside the caller's scope"
    case .requestIDReused(let id, let method): "request_id “\(id)” was used for another request of \(method)"
    case .compacted(let floor): "changes up to revision \(floor) have been compacted"
    case .revisionAhead(let asked, let latest): "revision \(asked) lies beyond the latest, \(latest)"
    case .directoryInUse(let path, let holder): "\(path) is in use by \(holder)"
    case .notAStore(let path, let reason): "\(path) is not a RedSail database: \(reason)"
    case .newerDatabase(let what, let found, let supported):
      "the database's \(what) is \(found), this program knows up to \(supported)"
    case .damaged(let faults): "the database is damaged: \(faults.joined(separator: "; "))"
    case .commitFailed(let reason): "the transaction could not be committed: \(reason)"
    case .closed: "the store has been closed"
    }
  }
}
