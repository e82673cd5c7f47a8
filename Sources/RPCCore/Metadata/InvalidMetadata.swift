/// Why an entry cannot be metadata of a call.
public enum InvalidMetadata: Error, Sendable, Hashable {
  /// The key is empty.
  case emptyKey
  /// The key has a character other than `0-9 a-z _ - .`; the position counts UTF-8 bytes from 0.
  case invalidKeyCharacter(key: String, position: Int)
  /// The key belongs to gRPC (`grpc-…`) or to HTTP.
  case reservedKey(String)
  /// A text value for a key that ends in `-bin`.
  case textForBinaryKey(String)
  /// A binary value for a key that does not end in `-bin`.
  case binaryForTextKey(String)
  /// The value has a byte outside printable ASCII (0x20–0x7E); the position counts UTF-8 bytes from 0. The value
  /// itself is not kept, since it may be a secret.
  case invalidValueCharacter(key: String, position: Int)
}

extension InvalidMetadata: CustomStringConvertible {
  /// What was expected, what came and where.
  public var description: String {
    switch self {
    case .emptyKey: "a metadata key must not be empty"
    case .invalidKeyCharacter(let key, let position):
      "metadata key '\(key)' has a character at byte \(position) other than 0-9, a-z, '_', '-' and '.'"
    case .reservedKey(let key): "metadata key '\(key)' is reserved for gRPC or HTTP"
    case .textForBinaryKey(let key): "metadata key '\(key)' ends in -bin and takes binary values only"
    case .binaryForTextKey(let key): "metadata key '\(key)' must end in -bin to take a binary value"
    case .invalidValueCharacter(let key, let position):
      "the value of metadata key '\(key)' has a byte at \(position) outside printable ASCII; use a -bin key"
    }
  }
}
