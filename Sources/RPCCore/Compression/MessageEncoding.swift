public import Synchronization
internal import Zlib

/// How messages are compressed on the wire: Content-Coding of grpc/doc/PROTOCOL-HTTP2.md.
public enum MessageEncoding: UInt8, Sendable, Hashable, CaseIterable, AtomicRepresentable {
  /// Not at all; the default everywhere.
  case identity
  /// RFC 1952.
  case gzip
  /// The zlib format (RFC 1950).
  case deflate

  /// The name in `grpc-encoding` and `grpc-accept-encoding`.
  public var name: String {
    switch self {
    case .identity: "identity"
    case .gzip: "gzip"
    case .deflate: "deflate"
    }
  }

  /// The encoding of a name, which is case-sensitive; nil if this library does not have it.
  init?(name: Span<UInt8>) {
    for encoding in Self.allCases where name.equals(encoding.name) {
      self = encoding
      return
    }
    return nil
  }

  /// Nil for `identity`.
  var format: ZlibFormat? {
    switch self {
    case .identity: nil
    case .gzip: .gzip
    case .deflate: .zlib
    }
  }
}
