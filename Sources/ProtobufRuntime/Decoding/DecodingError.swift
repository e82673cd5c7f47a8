/// Why bytes are not a message: what was expected, what came, and in which field.
public struct DecodingError: Error, Sendable, Hashable, CustomStringConvertible {
  /// What is wrong.
  public enum Reason: Sendable, Hashable {
    /// A string field's bytes are not UTF-8.
    case invalidUTF8
    /// Messages are nested deeper than ``DecodingOptions/maximumNesting``.
    case nestingTooDeep(limit: Int)
    /// The message needs more working memory than ``DecodingOptions/maximumMemory``.
    case memoryLimitExceeded(limit: Int)
    /// The bytes break the wire format: what was expected and what came, and the offset in the whole message.
    case malformed(String, offset: Int)
  }

  /// What is wrong.
  public let reason: Reason

  /// The full name of the message that was to be decoded.
  public let message: String

  /// The field's path in that message, as `attachments[2].name`; empty where it is not known.
  public let path: String

  /// One line that names the message, the field and the reason.
  public var description: String {
    let place = path.isEmpty ? message : "\(message) field \(path)"
    return switch reason {
    case .invalidUTF8: "\(place): expected UTF-8 text, got bytes that are not"
    case .nestingTooDeep(let limit): "\(place): messages nested deeper than \(limit)"
    case .memoryLimitExceeded(let limit): "\(place): decoding needs more than \(limit) bytes of memory"
    case .malformed(let text, let offset): "\(place): \(text) at byte \(offset)"
    }
  }
}
