/// The length-delimited fields of a message in wire format, for reading options of descriptors at start.
struct WireFields {
  private var fields: [(number: UInt32, bytes: ArraySlice<UInt8>)] = []

  /// Takes a message apart; nil if it is not well-formed.
  init?(_ bytes: ArraySlice<UInt8>) {
    var rest = bytes
    while !rest.isEmpty {
      guard let tag = Self.varint(&rest) else { return nil }
      switch tag & 7 {
      case 0: guard Self.varint(&rest) != nil else { return nil }
      case 1: guard Self.take(8, from: &rest) != nil else { return nil }
      case 2:
        guard let length = Self.varint(&rest), let body = Self.take(length, from: &rest) else { return nil }
        fields.append((UInt32(truncatingIfNeeded: tag >> 3), body))
      case 5: guard Self.take(4, from: &rest) != nil else { return nil }
      default: return nil
      }
    }
  }

  /// The fields of this number.
  func messages(_ number: UInt32) -> [ArraySlice<UInt8>] {
    fields.filter { $0.number == number }.map(\.bytes)
  }

  /// The last field of this number as text; empty if there is none.
  func text(_ number: UInt32) -> String {
    messages(number).last.map { String(decoding: $0, as: UTF8.self) } ?? ""
  }

  private static func take(_ count: UInt64, from rest: inout ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    guard count <= UInt64(rest.count) else { return nil }
    defer { rest = rest.dropFirst(Int(count)) }
    return rest.prefix(Int(count))
  }

  private static func varint(_ rest: inout ArraySlice<UInt8>) -> UInt64? {
    var value: UInt64 = 0
    for shift in stride(from: UInt64(0), to: 64, by: 7) {
      guard let byte = rest.popFirst() else { return nil }
      value |= UInt64(byte & 0x7f) << shift
      if byte < 0x80 { return value }
    }
    return nil
  }
}
