/// Why data could not be decompressed.
public enum ZlibError: Error, Sendable, Hashable {
  /// More than the limit would come out; nothing beyond it was inflated.
  case tooLarge
  /// The data are not of the format, or their checksum is wrong; with zlib's words for it.
  case corrupt(String)
  /// The data end before the end of what is compressed.
  case truncated
  /// Bytes are left over behind the end of what is compressed.
  case trailingBytes(Int)
  /// zlib could not get memory.
  case outOfMemory
}
