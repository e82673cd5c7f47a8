/// The fields of one message on the wire, one after the other, for reading schemas before their layouts exist.
struct SchemaFields: Sequence, IteratorProtocol {
  /// One field; the value is in `number` or in `bytes`, by its wire type.
  struct Field {
    var tag: UInt32
    var number: UInt64 = 0
    var bytes = UnsafeRawBufferPointer(start: nil, count: 0)

    var text: String { String(decoding: bytes, as: UTF8.self) }
    var isTrue: Bool { number != 0 }
    var int32: Int32 { Int32(truncatingIfNeeded: number) }
  }

  private var cursor: WireCursor

  init(_ bytes: UnsafeRawBufferPointer) { cursor = WireCursor(bytes) }

  mutating func next() -> Field? {
    guard !cursor.isAtEnd, let tag = cursor.readTag() else { return nil }
    switch tag.wireType {
    case .varint: return cursor.readVarint().map { Field(tag: tag.number, number: $0) }
    case .delimited:
      return cursor.readDelimited().map {
        Field(tag: tag.number, bytes: UnsafeRawBufferPointer(rebasing: cursor.bytes[$0]))
      }
    default:
      return cursor.skip(tag, maximumNesting: 100).map { Field(tag: tag.number) }
    }
  }
}
