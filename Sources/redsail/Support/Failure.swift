internal import Foundation
internal import RedSailClient

/// Why a command failed: one line for people, and the exit status.
struct Failure: Error {
  private let english: String
  private let chinese: String
  /// For a failed call the gRPC code (1 to 16); 1 for other failures, 64 for a wrong command line.
  let exitCode: Int32

  /// A failure in both languages; what has no Chinese text is told in English.
  init(_ english: String, _ chinese: String? = nil, exitCode: Int32 = 1) {
    self.english = english
    self.chinese = chinese ?? english
    self.exitCode = exitCode
  }

  func message(in language: Language) -> String { language.choose(english, chinese) }

  /// A failed call: the code, what is wrong, and each field that is wrong. In Chinese the server's own message where it
  /// sent one.
  init(_ error: RPCError) {
    self.init(
      Self.line(error, .english),
      Self.line(error, .chinese),
      exitCode: Int32(error.code.rawValue)
    )
  }

  private static func line(_ error: RPCError, _ language: Language) -> String {
    let message = language == .chinese ? error.localizedMessage?.message ?? error.message : error.message
    var parts = [message]
    for violation in error.fieldViolations {
      let chinese = violation.localizedMessage?.message
      let description = language == .chinese ? chinese ?? violation.description : violation.description
      // Where there is one violation only, the message is that one already.
      if !(message.hasPrefix(violation.field) && message.hasSuffix(description)) {
        parts.append("\(violation.field): \(description)")
      }
    }
    var line = "\(error.code.name): \(parts.filter { !$0.isEmpty }.joined(separator: "; "))"
    if let reason = error.errorInfo?.reason { line += " [\(reason)]" }
    return line
  }

  /// Prints the line and ends the process.
  func exit(in language: Language) -> Never {
    FileHandle.standardError.write(Data("redsail: \(message(in: language))\n".utf8))
    Foundation.exit(exitCode)
  }
}
