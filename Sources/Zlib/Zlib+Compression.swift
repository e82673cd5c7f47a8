internal import CZlib
public import NIOCore

extension Zlib {
  /// Appends the compressed form of `bytes` to `output`, if it is shorter; false, with nothing appended, if it is not
  /// (or if zlib could not get memory).
  ///
  /// The window and zlib's tables are made no larger than the data need, which is what costs most in a short message.
  public static func compress(_ bytes: ByteBufferView, as format: ZlibFormat, into output: inout ByteBuffer) -> Bool {
    let count = bytes.count
    guard count > 1, count <= Int(UInt32.max) else { return false }
    // Up to twice the data; from 512 bytes, the least that all versions of zlib take, to 32 KiB.
    let windowBits = max(9, min(15, Int32(Int.bitWidth - (count - 1).leadingZeroBitCount) + 1))
    var stream = z_stream()
    guard
      CZlib_deflateInit(&stream, Z_DEFAULT_COMPRESSION, windowBits + format.windowOffset, windowBits - 7) == Z_OK
    else { return false }
    defer { deflateEnd(&stream) }
    var isShorter = false
    output.writeWithUnsafeMutableBytes(minimumWritableBytes: count - 1) { space in
      bytes.withUnsafeBytes { input in
        stream.next_in = UnsafeMutablePointer(mutating: input.bindMemory(to: UInt8.self).baseAddress)
        stream.avail_in = UInt32(count)
        stream.next_out = space.bindMemory(to: UInt8.self).baseAddress
        stream.avail_out = UInt32(count - 1)
        isShorter = deflate(&stream, Z_FINISH) == Z_STREAM_END
        return isShorter ? count - 1 - Int(stream.avail_out) : 0
      }
    }
    return isShorter
  }
}
