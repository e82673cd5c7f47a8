internal import Foundation

/// The fields of an encoded message one after the other; stops at the first byte that is not well-formed.
///
/// Reads options whose extensions the plugin has no generated code for.
struct WireFields: Sequence, IteratorProtocol {
  /// One field: its number, and its bytes where it has a length.
  struct Field {
    let number: UInt64
    let bytes: Data?
  }

  private var rest: Data

  init(_ data: Data) {
    rest = data
  }

  mutating func next() -> Field? {
    guard let tag = varint() else { return nil }
    switch tag & 7 {
    case 0: return varint().map { _ in Field(number: tag >> 3, bytes: nil) }
    case 1: return take(8).map { _ in Field(number: tag >> 3, bytes: nil) }
    case 2: return varint().flatMap { Int(exactly: $0) }.flatMap { take($0) }.map { Field(number: tag >> 3, bytes: $0) }
    case 5: return take(4).map { _ in Field(number: tag >> 3, bytes: nil) }
    default: return nil
    }
  }

  private mutating func take(_ count: Int) -> Data? {
    guard count <= rest.count else { return nil }
    defer { rest = rest.dropFirst(count) }
    return rest.prefix(count)
  }

  private mutating func varint() -> UInt64? {
    var value: UInt64 = 0
    for shift in stride(from: 0, to: 64, by: 7) {
      guard let byte = rest.popFirst() else { return nil }
      value |= UInt64(byte & 0x7F) << UInt64(shift)
      if byte < 0x80 { return value }
    }
    return nil
  }
}
