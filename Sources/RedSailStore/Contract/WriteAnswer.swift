/// What an idempotent write answers, in the form in which the store remembers it.
public enum WriteAnswer: Sendable, Hashable {
  /// The answer is the record as this transaction wrote it: remembered by its revision, not copied.
  case record(Record)

  /// The answer is these bytes, which must hold no personal data.
  case bytes([UInt8])

  /// The answer's bytes.
  public var bytes: [UInt8] {
    switch self {
    case .record(let record): record.bytes
    case .bytes(let bytes): bytes
    }
  }
}
