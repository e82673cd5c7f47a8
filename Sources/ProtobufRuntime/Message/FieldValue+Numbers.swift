// Numbers lie in their slots as they are; `bool` takes eight bytes, because protobuf-c checks the wire type of every
// scalar but `bool`, so a layout declares it as `uint64`.

extension Int32: MapKey {
  /// The slot's size in bytes.
  @inlinable public static var slotSize: Int { 4 }

  /// Loads the number.
  @inlinable
  public static func read(from slot: UnsafeRawPointer, in fields: FieldReader) -> Int32 { slot.load(as: Int32.self) }

  /// Stores the number.
  @inlinable
  public func write(to slot: UnsafeMutableRawPointer, in fields: FieldWriter) {
    slot.storeBytes(of: self, as: Int32.self)
  }
}

extension UInt32: MapKey {
  /// The slot's size in bytes.
  @inlinable public static var slotSize: Int { 4 }

  /// Loads the number.
  @inlinable
  public static func read(from slot: UnsafeRawPointer, in fields: FieldReader) -> UInt32 { slot.load(as: UInt32.self) }

  /// Stores the number.
  @inlinable
  public func write(to slot: UnsafeMutableRawPointer, in fields: FieldWriter) {
    slot.storeBytes(of: self, as: UInt32.self)
  }
}

extension Int64: MapKey {
  /// The slot's size in bytes.
  @inlinable public static var slotSize: Int { 8 }

  /// Loads the number.
  @inlinable
  public static func read(from slot: UnsafeRawPointer, in fields: FieldReader) -> Int64 { slot.load(as: Int64.self) }

  /// Stores the number.
  @inlinable
  public func write(to slot: UnsafeMutableRawPointer, in fields: FieldWriter) {
    slot.storeBytes(of: self, as: Int64.self)
  }
}

extension UInt64: MapKey {
  /// The slot's size in bytes.
  @inlinable public static var slotSize: Int { 8 }

  /// Loads the number.
  @inlinable
  public static func read(from slot: UnsafeRawPointer, in fields: FieldReader) -> UInt64 { slot.load(as: UInt64.self) }

  /// Stores the number.
  @inlinable
  public func write(to slot: UnsafeMutableRawPointer, in fields: FieldWriter) {
    slot.storeBytes(of: self, as: UInt64.self)
  }
}

extension Float: FieldValue {
  /// The slot's size in bytes.
  @inlinable public static var slotSize: Int { 4 }

  /// Loads the number.
  @inlinable
  public static func read(from slot: UnsafeRawPointer, in fields: FieldReader) -> Float { slot.load(as: Float.self) }

  /// Stores the number.
  @inlinable
  public func write(to slot: UnsafeMutableRawPointer, in fields: FieldWriter) {
    slot.storeBytes(of: self, as: Float.self)
  }
}

extension Double: FieldValue {
  /// The slot's size in bytes.
  @inlinable public static var slotSize: Int { 8 }

  /// Loads the number.
  @inlinable
  public static func read(from slot: UnsafeRawPointer, in fields: FieldReader) -> Double { slot.load(as: Double.self) }

  /// Stores the number.
  @inlinable
  public func write(to slot: UnsafeMutableRawPointer, in fields: FieldWriter) {
    slot.storeBytes(of: self, as: Double.self)
  }
}

extension Bool: MapKey {
  /// False comes first.
  public static func sorts(_ left: Bool, before right: Bool) -> Bool { !left && right }

  /// The slot's size in bytes.
  @inlinable public static var slotSize: Int { 8 }

  /// Loads the truth value: any number but zero.
  @inlinable
  public static func read(from slot: UnsafeRawPointer, in fields: FieldReader) -> Bool {
    slot.load(as: UInt64.self) != 0
  }

  /// Stores one or zero.
  @inlinable
  public func write(to slot: UnsafeMutableRawPointer, in fields: FieldWriter) {
    slot.storeBytes(of: self ? 1 : 0, as: UInt64.self)
  }
}
