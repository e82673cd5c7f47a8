/// Why a message cannot be written.
public struct EncodingError: Error, Sendable, Hashable, CustomStringConvertible {
  /// What is wrong.
  public enum Reason: Sendable, Hashable {
    /// Messages are nested deeper than other implementations read.
    case nestingTooDeep(limit: Int)
    /// The message would take this many bytes; the wire format allows 2 GiB less one.
    case tooLarge(bytes: Int)
  }

  /// What is wrong.
  public let reason: Reason

  /// The full name of the message.
  public let message: String

  /// One line that names the message and the reason.
  public var description: String {
    switch reason {
    case .nestingTooDeep(let limit): "\(message): messages nested deeper than \(limit)"
    case .tooLarge(let bytes): "\(message): \(bytes) bytes; a message has at most \(Int32.max)"
    }
  }
}
