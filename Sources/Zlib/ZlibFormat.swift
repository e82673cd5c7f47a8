/// What stands around data compressed with DEFLATE (RFC 1951).
public enum ZlibFormat: Sendable, Hashable {
  /// A gzip header and trailer (RFC 1952).
  case gzip
  /// A zlib header and trailer (RFC 1950), which HTTP calls `deflate` (RFC 9110 §8.4.1.2).
  case zlib

  /// What zlib adds to the base-2 logarithm of the window to be told the format.
  var windowOffset: Int32 {
    switch self {
    case .gzip: 16
    case .zlib: 0
    }
  }
}
