/// A Swift type that a field, a repeated field's element, or a map's key or value can have.
///
/// Each lies in one slot of a C struct or array: four bytes for 32-bit numbers and enums, eight for 64-bit numbers,
/// `bool` and pointers to messages, sixteen (length, address) for `string` and `bytes`.
public protocol FieldValue: Sendable, Hashable {
  /// The slot's size in bytes.
  static var slotSize: Int { get }

  /// Copies the value out of a slot.
  static func read(from slot: UnsafeRawPointer, in fields: FieldReader) -> Self

  /// Copies the value into a zeroed slot; what does not fit goes into the arena.
  func write(to slot: UnsafeMutableRawPointer, in fields: FieldWriter)
}

/// A type that a map's key can have: integers, `Bool` and `String`.
public protocol MapKey: FieldValue {
  /// The order in which deterministic encoding writes entries: numbers by value, strings by their UTF-8.
  static func sorts(_ left: Self, before right: Self) -> Bool
}

extension MapKey where Self: Comparable {
  /// The numbers' order.
  public static func sorts(_ left: Self, before right: Self) -> Bool { left < right }
}
