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
    let message = language.choose(error.message, error.localizedMessage?.message ?? error.message)
    let fields = error.fieldViolations.map { violation in
      let chinese = violation.localizedMessage?.message ?? violation.description
      return "\(violation.field): \(language.choose(violation.description, chinese))"
    }
    // The message of an error about fields repeats them.
    let text = fields.isEmpty ? message : fields.joined(separator: "; ")
    var line = text.isEmpty ? error.code.name : "\(error.code.name): \(text)"
    if let reason = error.errorInfo?.reason { line += " [\(reason)]" }
    return line
  }

  /// Prints the line and ends the process.
  func exit(in language: Language) -> Never {
    FileHandle.standardError.write(Data("redsail: \(message(in: language))\n".utf8))
    Foundation.exit(exitCode)
  }
}
