/// How a value is delimited on the wire.
enum WireType: UInt8 {
  case varint = 0
  case fixed64 = 1
  case delimited = 2
  case startGroup = 3
  case endGroup = 4
  case fixed32 = 5
}

/// Walks over the wire format, for what libprotobuf-c does not read: unknown groups, schemas, bytes it refused.
struct WireCursor {
  struct Tag {
    let number: UInt32
    let wireType: WireType
  }

  let bytes: UnsafeRawBufferPointer
  private(set) var offset = 0

  /// What was expected and what came, once a read has returned nil.
  private(set) var problem: String?

  init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

  var isAtEnd: Bool { offset == bytes.count }

  static let largestFieldNumber: UInt64 = (1 << 29) - 1

  private mutating func fail<T>(_ text: String, at start: Int) -> T? {
    problem = text
    offset = start
    return nil
  }

  mutating func readVarint() -> UInt64? {
    var value: UInt64 = 0
    for index in 0..<10 {
      guard offset + index < bytes.count else {
        return fail("expected a varint, got the end of the bytes", at: offset)
      }
      let byte = bytes[offset + index]
      value |= UInt64(byte & 0x7f) << UInt64(7 * index)
      if byte < 0x80 {
        offset += index + 1
        return value
      }
    }
    return fail("expected a varint of at most ten bytes, got a longer one", at: offset)
  }

  mutating func readTag() -> Tag? {
    let start = offset
    guard let value = readVarint() else { return nil }
    guard offset - start <= 5, (1...WireCursor.largestFieldNumber).contains(value >> 3) else {
      return fail("expected a field number from 1 to 536870911, got \(value >> 3)", at: start)
    }
    guard let wireType = WireType(rawValue: UInt8(value & 7)) else {
      return fail("expected a wire type from 0 to 5, got \(value & 7)", at: start)
    }
    return Tag(number: UInt32(value >> 3), wireType: wireType)
  }

  /// The range of a length-delimited value's bytes, without the length.
  mutating func readDelimited() -> Range<Int>? {
    let start = offset
    guard let length = readVarint() else { return nil }
    guard length <= UInt64(bytes.count - offset) else {
      return fail("expected \(length) bytes, got \(bytes.count - offset)", at: start)
    }
    let range = offset..<offset + Int(length)
    offset = range.upperBound
    return range
  }

  /// Skips a value; nil where it is malformed or cut off, or groups lie deeper than `maximumNesting`.
  mutating func skip(_ tag: Tag, maximumNesting: Int) -> Void? {
    switch tag.wireType {
    case .varint: return readVarint().map { _ in }
    case .fixed64: return advance(8)
    case .fixed32: return advance(4)
    case .delimited: return readDelimited().map { _ in }
    case .startGroup: return skipGroup(tag.number, maximumNesting: maximumNesting)
    case .endGroup: return fail("expected a field, got the end of group \(tag.number)", at: offset)
    }
  }

  private mutating func advance(_ count: Int) -> Void? {
    guard bytes.count - offset >= count else {
      return fail("expected \(count) bytes, got \(bytes.count - offset)", at: offset)
    }
    offset += count
    return ()
  }

  private mutating func skipGroup(_ number: UInt32, maximumNesting: Int) -> Void? {
    var open = [number]
    while let current = open.last {
      let start = offset
      guard let tag = readTag() else { return nil }
      switch tag.wireType {
      case .startGroup:
        guard open.count < maximumNesting else {
          return fail("expected groups nested at most \(maximumNesting) deep, got more", at: start)
        }
        open.append(tag.number)
      case .endGroup:
        guard tag.number == current else {
          return fail("expected the end of group \(current), got that of \(tag.number)", at: start)
        }
        open.removeLast()
      default:
        guard skip(tag, maximumNesting: maximumNesting) != nil else { return nil }
      }
    }
    return ()
  }
}
