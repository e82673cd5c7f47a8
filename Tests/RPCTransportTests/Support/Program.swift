internal import Foundation
internal import TestSupport

/// Another program, run to its end or until it is stopped.
final class Program {
  private let process: ChildProcess

  /// Starts a program found through PATH.
  init(_ arguments: [String]) throws {
    process = try ChildProcess(arguments, output: .pipe)
  }

  /// Starts a script of the folder `Python` with the interpreter REDSAIL_PYTHON, or else `python3`.
  convenience init(python script: String, _ arguments: String...) throws {
    try self.init(Self.python(script) + arguments)
  }

  /// The interpreter and the path of a script.
  static func python(_ script: String) -> [String] {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    let interpreter = ProcessInfo.processInfo.environment["REDSAIL_PYTHON"] ?? "python3"
    return [interpreter, folder.appending(path: "Python/\(script)").path]
  }

  /// Everything that it prints, once it has ended; throws if it fails.
  func result() async throws -> Data {
    let process = process
    let data = await onThread { try? process.output?.readToEnd() }
    let end = await process.waited()
    guard end == .exited(status: 0) else { throw Failed(end: end) }
    return data ?? Data()
  }

  /// The first line that it prints.
  func firstLine() async -> String {
    let process = process
    return await onThread {
      var line = Data()
      while let byte = try? process.output?.read(upToCount: 1), byte != Data("\n".utf8) { line += byte }
      return String(decoding: line, as: UTF8.self)
    }
  }

  /// Ends it at once; grpcio blocks the polite signal.
  func stop() {
    process.kill()
  }

  struct Failed: Error {
    var end: ChildProcess.End
  }
}
