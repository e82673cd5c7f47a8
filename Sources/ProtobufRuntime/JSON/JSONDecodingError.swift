/// Why a JSON text is not a message: what was expected, what came, and where.
public struct JSONDecodingError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The kind of trouble.
  public enum Reason: Sendable, Hashable {
    /// The text is not JSON (RFC 8259).
    case syntax
    /// A value does not fit its field's type or range.
    case unexpectedValue
    /// The message has no field, or the enum no value, of that name.
    case unknownName
    /// A field, a map's key or a oneof's member occurs a second time.
    case duplicate
    /// Values are nested deeper than ``JSONDecodingOptions/maximumNesting``.
    case nestingTooDeep
    /// The message needs more memory than ``JSONDecodingOptions/maximumMemory``.
    case memoryLimitExceeded
    /// A `google.protobuf.Any` holds a type that ``JSONDecodingOptions/types`` does not know.
    case unknownType
  }

  /// The kind of trouble.
  public let reason: Reason

  /// What was expected and what came.
  public let text: String

  /// The value's place in the JSON text, as `attachments[2].name`; empty for the outermost value.
  public let path: String

  /// The line, from 1.
  public let line: Int

  /// The column in that line, from 1, in bytes.
  public let column: Int

  /// One line with the place and the reason.
  public var description: String {
    "\(line):\(column): \(path.isEmpty ? "" : path + ": ")\(text)"
  }

  init(_ problem: JSONProblem, path: [String], in bytes: UnsafeBufferPointer<UInt8>) {
    reason = problem.reason
    text = problem.text
    self.path = JSONDecodingError.join(path)
    let before = bytes[..<min(problem.offset, bytes.count)]
    line = before.reduce(1) { $1 == 0x0a ? $0 + 1 : $0 }
    column = before.count - (before.lastIndex(of: 0x0a).map { $0 + 1 } ?? 0) + 1
  }

  private static func join(_ path: [String]) -> String {
    path.reduce(into: "") { result, part in
      if !result.isEmpty && !part.hasPrefix("[") { result += "." }
      result += part
    }
  }
}

/// A ``JSONDecodingError`` before its place is put into words.
struct JSONProblem: Error {
  var reason: JSONDecodingError.Reason
  var text: String
  var offset: Int

  init(_ reason: JSONDecodingError.Reason, _ text: String, at offset: Int) {
    self.reason = reason
    self.text = text
    self.offset = offset
  }
}
