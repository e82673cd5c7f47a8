internal import RedSailAPI
internal import RedSailStore

/// Checks of bulk calls; each notes what it finds.
extension Violations {
  /// The kinds that a caller asks for; all that they may read, if they name none.
  mutating func exchangeKinds(_ types: [String], caller: Caller) -> [ExchangeKind] {
    let readable = ExchangeKind.all.filter(caller.mayRead)
    guard !types.isEmpty else { return readable }
    for (index, type) in types.enumerated() where !readable.contains(where: { $0.type.name == type }) {
      add(
        "kinds[\(index)]",
        .invalidField,
        LocalizedText(
          "'\(type)' is no kind that can be read here; there are \(readable.map(\.type.name).sorted().joined(separator: ", "))",
          "没有可读取的资源类型“\(type)”"
        )
      )
    }
    return readable.filter { types.contains($0.type.name) }
  }

  /// How many entries a message of a bulk call holds.
  mutating func entryCount(_ count: Int) {
    if count > RecordLimits.entriesPerMessage { tooMany("entries", limit: RecordLimits.entriesPerMessage, came: count) }
  }
}

/// Bounds of bulk calls; each stands in record_service.proto too.
enum RecordLimits {
  /// Entries of one message.
  static let entriesPerMessage = 1_000
  /// Entries of one stream.
  static let entriesPerStream = 10_000
  /// Bytes of the entries of one stream that is only validated: all of them are kept.
  static let validatedBytes = 24 << 20
  /// Entries that share a transaction: enough to make a shared commit cheap, and few enough that other writers do not
  /// wait long.
  static let entriesPerTransaction = 200
  /// Records that a look-up by external id gives, and their bytes.
  static let found = 100
  static let foundBytes = 2 << 20
  /// Bytes of the records of one message of an export; a record that has more is alone in its message.
  static let exportedBytes = 512 << 10
  /// Records whose references a merge or a split moves.
  static let moved = 10_000
  /// Records that are merged, or that a record is split into.
  static let parts = 100
}
