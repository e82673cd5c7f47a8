/// The custom headers and trailers of a call: an ordered list of keys and values in which a key may come more than once.
///
/// Keys are lower-case ASCII. Keys that end in `-bin` have binary values, which travel as base64; all others have
/// printable ASCII values. Keys that begin with `grpc-` and those of HTTP itself are reserved and refused
/// (grpc/doc/PROTOCOL-HTTP2.md, Custom-Metadata). Most calls carry none: an empty value costs no allocation.
public struct Metadata: Sendable, Hashable {
  /// One value.
  public enum Value: Sendable, Hashable {
    /// A value of printable ASCII.
    case text(String)
    /// A value of a `-bin` key, decoded.
    case binary([UInt8])
  }

  /// One key and one of its values.
  public struct Entry: Sendable, Hashable {
    /// The key in lower case.
    public let key: String
    /// The value.
    public let value: Value
  }

  var entries: [Entry] = []

  /// No entries.
  public init() {}

  /// Adds a text value behind those that the key may have already; the key is lower-cased, and spaces
  /// at the ends of the value are dropped.
  ///
  /// Throws if the key is reserved, ends in `-bin` or has a character that HTTP/2 does not allow, or if the value is not printable ASCII.
  public mutating func add(_ value: String, for key: String) throws(InvalidMetadata) {
    let key = key.lowercased()
    try Self.validate(key: key)
    guard !key.hasSuffix("-bin") else { throw .textForBinaryKey(key) }
    let value = Self.trimmed(value)
    try Self.validate(value: value, key: key)
    entries.append(Entry(key: key, value: .text(value)))
  }

  /// Adds a binary value; the key must end in `-bin`.
  public mutating func add(binary value: [UInt8], for key: String) throws(InvalidMetadata) {
    let key = key.lowercased()
    try Self.validate(key: key)
    guard key.hasSuffix("-bin") else { throw .binaryForTextKey(key) }
    entries.append(Entry(key: key, value: .binary(value)))
  }

  /// Puts a text value in place of all that the key has.
  public mutating func set(_ value: String, for key: String) throws(InvalidMetadata) {
    var copy = self
    copy.remove(key)
    try copy.add(value, for: key)
    self = copy
  }

  /// Removes all values of a key.
  public mutating func remove(_ key: String) {
    let key = key.lowercased()
    entries.removeAll { $0.key == key }
  }

  /// Adds all entries of another list behind these.
  public mutating func add(contentsOf other: Metadata) {
    if entries.isEmpty { entries = other.entries } else { entries.append(contentsOf: other.entries) }
  }

  /// The first text value of a key, which must be given in lower case.
  public subscript(_ key: String) -> String? {
    for entry in entries where entry.key == key {
      if case .text(let text) = entry.value { return text }
    }
    return nil
  }

  /// The first binary value of a `-bin` key, which must be given in lower case.
  public subscript(binary key: String) -> [UInt8]? {
    for entry in entries where entry.key == key {
      if case .binary(let bytes) = entry.value { return bytes }
    }
    return nil
  }

  /// All values of a key, in order.
  public func values(for key: String) -> [Value] {
    entries.compactMap { $0.key == key ? $0.value : nil }
  }

  /// Adds what came from the peer or from this library, which the rules for users do not bind.
  package mutating func addUnchecked(_ value: Value, for key: String) {
    entries.append(Entry(key: key, value: value))
  }
}

extension Metadata: RandomAccessCollection {
  /// The position of the first entry.
  public var startIndex: Int { entries.startIndex }
  /// The position behind the last entry.
  public var endIndex: Int { entries.endIndex }
  /// The entry at a position.
  public subscript(position: Int) -> Entry { entries[position] }
}

extension Metadata: CustomStringConvertible {
  /// The keys only: values may be secrets (`authorization`), so that no log shows them by accident.
  public var description: String { "Metadata(\(entries.map(\.key).joined(separator: ", ")))" }
}
