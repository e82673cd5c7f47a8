extension String: MapKey {
  /// Byte order of the UTF-8.
  public static func sorts(_ left: String, before right: String) -> Bool {
    left.utf8.lexicographicallyPrecedes(right.utf8)
  }

  /// The slot's size in bytes.
  @inlinable public static var slotSize: Int { 16 }

  /// Copies the text out of the slot's bytes; bytes that are not UTF-8 fail the decoding.
  @inlinable
  public static func read(from slot: UnsafeRawPointer, in fields: FieldReader) -> String { fields.readString(slot) }

  /// Copies the text's UTF-8 into the arena.
  @inlinable
  public func write(to slot: UnsafeMutableRawPointer, in fields: FieldWriter) { fields.writeString(self, to: slot) }
}

extension Array: FieldValue where Element == UInt8 {
  /// The slot's size in bytes.
  @inlinable public static var slotSize: Int { 16 }

  /// Copies the bytes out.
  @inlinable
  public static func read(from slot: UnsafeRawPointer, in fields: FieldReader) -> [UInt8] { fields.readBytes(slot) }

  /// Copies the bytes into the arena.
  @inlinable
  public func write(to slot: UnsafeMutableRawPointer, in fields: FieldWriter) { fields.writeBytes(self, to: slot) }
}
