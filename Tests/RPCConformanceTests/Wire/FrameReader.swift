internal import NIOCore

/// Takes frames out of what a peer has sent.
struct FrameReader {
  private var bytes = ByteBuffer()

  mutating func append(_ more: ByteBuffer) { bytes.writeImmutableBuffer(more) }

  /// Bytes that the other side is to begin with, the preface of a client; false while they have not come.
  mutating func take(_ expected: [UInt8]) -> Bool {
    guard bytes.readableBytes >= expected.count else { return false }
    return bytes.readBytes(length: expected.count) == expected
  }

  mutating func next() -> Frame? {
    guard let size = bytes.getInteger(at: bytes.readerIndex, as: UInt32.self) else { return nil }
    guard var whole = bytes.readSlice(length: 9 + Int(size >> 8)) else { return nil }
    whole.moveReaderIndex(forwardBy: 3)
    guard let kind = whole.readInteger(as: UInt8.self), let flags = whole.readInteger(as: UInt8.self),
      let stream = whole.readInteger(as: UInt32.self), let payload = whole.readBytes(length: whole.readableBytes)
    else { return nil }
    return Frame(kind: kind, flags: Frame.Flags(rawValue: flags), stream: stream, payload: payload)
  }
}
