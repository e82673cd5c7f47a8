internal import Foundation
internal import RedSailClient

/// Why a command failed: one line for people, and the exit status.
struct Failure: Error {
  let message: String
  /// For a failed call the gRPC code (1 to 16); 1 for other failures, 64 for a wrong command line.
  let exitCode: Int32

  init(_ message: String, exitCode: Int32 = 1) {
    self.message = message
    self.exitCode = exitCode
  }

  /// A failed call: the code, what is wrong, and each field that is wrong. In Chinese the server's own message where it
  /// sent one.
  init(_ error: RPCError, language: Language) {
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
    self.init(line, exitCode: Int32(error.code.rawValue))
  }

  /// Prints the line and ends the process.
  func exit() -> Never {
    FileHandle.standardError.write(Data("redsail: \(message)\n".utf8))
    Foundation.exit(exitCode)
  }
}
