/// Fields of a message that its schema does not know, in wire format, in the order they came.
///
/// Fields with an unexpected wire type and groups are kept here too, as proto3 asks.
public struct UnknownFields: Sendable, Hashable {
  /// The fields' wire format: tag, value, tag, value…
  public private(set) var bytes: [UInt8] = []

  /// No unknown fields.
  public init() {}

  /// Whether there are none.
  public var isEmpty: Bool { bytes.isEmpty }

  /// Forgets all of them.
  public mutating func removeAll() { bytes = [] }

  /// Wraps fields that are known to be well-formed.
  init(wellFormed bytes: [UInt8]) { self.bytes = bytes }
}
