internal import Crypto
internal import Foundation

/// Makes page tokens (AIP-158): opaque, URL-safe, signed with HMAC-SHA-256, and bound to their query.
public struct PageTokenSealer: Sendable {
  private let key: SymmetricKey

  private static let version: UInt8 = 1
  private static let tagLength = 16
  /// The longest token accepted, in characters.
  private static let maximumLength = 8_192

  /// Uses a secret of at least 32 bytes. Tokens outlive a restart if the secret does: keep it as a mark of the store.
  public init(secret: [UInt8]) {
    key = SymmetricKey(data: secret)
  }

  /// A fresh secret for `init(secret:)`.
  public static func makeSecret() -> [UInt8] {
    SymmetricKey(size: .bits256).withUnsafeBytes { [UInt8]($0) }
  }

  /// The token that continues after `cursor` in the query of `fingerprint`.
  public func seal(_ cursor: PageCursor, for fingerprint: QueryFingerprint) -> String {
    var bytes = [Self.version] + fingerprint.bytes
    cursor.append(to: &bytes)
    let tag = HMAC<SHA256>.authenticationCode(for: bytes, using: key)
    bytes += Array(tag.prefix(Self.tagLength))
    return Base64URL.encode(bytes)
  }

  /// The cursor of a token, if this service made it for the same query.
  public func open(_ token: String, for fingerprint: QueryFingerprint) throws(PageTokenError) -> PageCursor {
    guard token.utf8.count <= Self.maximumLength, let bytes = Base64URL.decode(token) else { throw .malformed }
    let head = 1 + fingerprint.bytes.count
    guard bytes.count > head + Self.tagLength, bytes[0] == Self.version else { throw .malformed }
    let body = Array(bytes.dropLast(Self.tagLength))
    let tag = Array(HMAC<SHA256>.authenticationCode(for: body, using: key).prefix(Self.tagLength))
    let difference = zip(tag, bytes.suffix(Self.tagLength)).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) }
    guard difference == 0 else { throw .forged }
    guard Array(body[1..<head]) == fingerprint.bytes else { throw .otherQuery }
    guard let cursor = PageCursor(reading: body.dropFirst(head)) else { throw .malformed }
    return cursor
  }
}
