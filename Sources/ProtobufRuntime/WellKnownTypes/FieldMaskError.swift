/// Why a path of a field mask names no field of a message.
public struct FieldMaskError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The whole path.
  public let path: String

  /// The full name of the message that was to have the field.
  public let message: String

  /// The part of the path that is wrong.
  public let part: String

  /// What was expected and what came.
  public let description: String
}
