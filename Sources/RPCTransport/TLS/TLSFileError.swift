/// Why a file cannot be used for TLS.
public struct TLSFileError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The file.
  public let file: String
  /// What is wrong with it.
  public let reason: String

  /// One line for logs.
  public var description: String { "cannot use \(file) for TLS: \(reason)" }
}
