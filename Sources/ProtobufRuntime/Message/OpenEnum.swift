/// An enum of the schema. It is open, as proto3 has it: a number without a name is kept as `.unrecognized`.
public protocol OpenEnum: FieldValue, RawRepresentable where RawValue == Int32 {
  /// The enum's full name, value names and numbers.
  static var layout: EnumLayout { get }

  /// The value with the number zero.
  init()

  /// The value with this number, `.unrecognized` where the schema names none.
  init(rawValue: Int32)
}

extension OpenEnum {
  /// The value with the number zero.
  @inlinable public init() { self.init(rawValue: 0) }

  /// The slot's size in bytes.
  @inlinable public static var slotSize: Int { 4 }

  /// Loads the number.
  @inlinable
  public static func read(from slot: UnsafeRawPointer, in fields: FieldReader) -> Self {
    Self(rawValue: slot.load(as: Int32.self))
  }

  /// Stores the number.
  @inlinable
  public func write(to slot: UnsafeMutableRawPointer, in fields: FieldWriter) {
    slot.storeBytes(of: rawValue, as: Int32.self)
  }

  /// Two values are equal where their numbers are.
  @inlinable public static func == (left: Self, right: Self) -> Bool { left.rawValue == right.rawValue }

  /// Hashes the number.
  @inlinable public func hash(into hasher: inout Hasher) { hasher.combine(rawValue) }
}
