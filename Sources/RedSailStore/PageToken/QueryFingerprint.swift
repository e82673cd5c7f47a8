internal import Crypto
internal import Foundation

/// A digest of everything that a page token depends on, so that a token is not used with another query.
public struct QueryFingerprint: Sendable, Hashable {
  /// The first 16 bytes of a SHA-256.
  let bytes: [UInt8]

  /// Digests a list request's method and fields, in a fixed order; leave out page size and token (AIP-158 lets the page
  /// size change), include whose scope it is.
  public init(_ parts: [String]) {
    var hash = SHA256()
    for part in parts {
      // The length keeps ["ab", "c"] apart from ["a", "bc"].
      hash.update(data: Data("\(part.utf8.count):".utf8))
      hash.update(data: Data(part.utf8))
    }
    bytes = Array(hash.finalize().prefix(16))
  }
}
