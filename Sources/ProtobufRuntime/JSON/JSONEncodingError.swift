/// Why a message has no JSON form.
public struct JSONEncodingError: Error, Sendable, Hashable, CustomStringConvertible {
  /// What was expected and what came.
  public let text: String

  /// The field's path in the message, as `attachments[2].create_time`; empty for the message itself.
  public let path: String

  /// One line with the field and the reason.
  public var description: String { path.isEmpty ? text : "\(path): \(text)" }
}
