internal import CZlib
public import NIOCore

extension Zlib {
  /// The data that `bytes` are the compressed form of.
  ///
  /// Memory grows with what comes out, and no more than `maximumBytes` are ever inflated. Several gzip members give their
  /// data one behind the other (RFC 1952 §2.2).
  public static func decompress(
    _ bytes: ByteBufferView,
    as format: ZlibFormat,
    maximumBytes: Int
  ) throws(ZlibError) -> ByteBuffer {
    guard bytes.count <= Int(UInt32.max) else { throw .tooLarge }
    var stream = z_stream()
    // A window of 32 KiB takes in what was made with any other.
    guard CZlib_inflateInit(&stream, 15 + format.windowOffset) == Z_OK else { throw .outOfMemory }
    defer { inflateEnd(&stream) }
    var output = ByteBufferAllocator().buffer(capacity: min(maximumBytes, max(1_024, 4 * bytes.count)))
    let result = bytes.withUnsafeBytes { input -> Result<Void, ZlibError> in
      stream.next_in = UnsafeMutablePointer(mutating: input.bindMemory(to: UInt8.self).baseAddress)
      stream.avail_in = UInt32(input.count)
      return inflateAll(&stream, format, into: &output, maximumBytes: maximumBytes)
    }
    try result.get()
    return output
  }

  private static func inflateAll(
    _ stream: inout z_stream,
    _ format: ZlibFormat,
    into output: inout ByteBuffer,
    maximumBytes: Int
  ) -> Result<Void, ZlibError> {
    while true {
      let room = maximumBytes - output.readableBytes
      let isFull = room == 0
      var status = Z_OK
      var written = 0
      // With no room left zlib can still see whether the end is all that follows.
      output.writeWithUnsafeMutableBytes(minimumWritableBytes: min(max(room, 1), 1_024)) { space in
        let count = UInt32(min(space.count, room, Int(UInt32.max)))
        stream.next_out = space.bindMemory(to: UInt8.self).baseAddress
        stream.avail_out = count
        status = inflate(&stream, Z_NO_FLUSH)
        written = Int(count - stream.avail_out)
        return written
      }
      switch status {
      case Z_STREAM_END:
        if stream.avail_in == 0 { return .success(()) }
        guard format == .gzip, inflateReset(&stream) == Z_OK else {
          return .failure(.trailingBytes(Int(stream.avail_in)))
        }
      case Z_OK, Z_BUF_ERROR:
        if stream.avail_out > 0, stream.avail_in == 0 { return .failure(.truncated) }
        if isFull { return .failure(stream.avail_in == 0 ? .truncated : .tooLarge) }
      case Z_MEM_ERROR: return .failure(.outOfMemory)
      default:
        return .failure(.corrupt(stream.msg.map { String(cString: $0) } ?? "a dictionary is needed"))
      }
    }
  }
}
