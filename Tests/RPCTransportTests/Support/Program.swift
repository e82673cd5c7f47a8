internal import Foundation
internal import TestSupport

/// Another program, run to its end or until it is stopped.
final class Program {
  private let process = Process()
  private let output = Pipe()

  /// Starts a program found through PATH.
  init(_ arguments: [String]) throws {
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = arguments
    process.standardOutput = output
    try process.start()
  }

  /// Starts a script of the folder `Python` with the interpreter REDSAIL_PYTHON, or else `python3`.
  convenience init(python script: String, _ arguments: String...) throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    let interpreter = ProcessInfo.processInfo.environment["REDSAIL_PYTHON"] ?? "python3"
    try self.init([interpreter, folder.appending(path: "Python/\(script)").path] + arguments)
  }

  /// Everything that it prints, once it has ended; throws if it fails.
  func result() async throws -> Data {
    let handle = output.fileHandleForReading
    let process = process
    // On a thread of its own: reading and waiting would block one of the few threads that tasks share.
    return try await withCheckedThrowingContinuation { continuation in
      Thread.detachNewThread {
        let data = (try? handle.readToEnd()) ?? Data()
        process.waitUntilExit()
        let status = process.terminationStatus
        continuation.resume(with: status == 0 ? .success(data) : .failure(Failed(status: status)))
      }
    }
  }

  /// The first line that it prints.
  func firstLine() async -> String {
    let handle = output.fileHandleForReading
    return await withCheckedContinuation { continuation in
      Thread.detachNewThread {
        var line = Data()
        while let byte = try? handle.read(upToCount: 1), byte != Data("\n".utf8) { line += byte }
        continuation.resume(returning: String(decoding: line, as: UTF8.self))
      }
    }
  }

  /// Ends it at once; grpcio blocks the polite signal.
  func stop() {
    kill(process.processIdentifier, SIGKILL)
  }

  struct Failed: Error {
    var status: Int32
  }
}
