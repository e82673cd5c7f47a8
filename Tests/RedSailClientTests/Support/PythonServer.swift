internal import Foundation
internal import TestSupport
internal import Testing

/// The test's own server over Google's gRPC for Python, `Python/server.py`, driven line by line.
actor PythonServer: TestServer {
  private let process: ChildProcess
  private let commands: FileHandle
  private let answers: FileHandle
  private var unread: [UInt8] = []

  init() throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    let root = folder.deletingLastPathComponent().deletingLastPathComponent()
    let python = ProcessInfo.processInfo.environment["REDSAIL_PYTHON"] ?? "python3"
    process = try ChildProcess(
      [python, folder.path + "/Python/server.py", root.path + "/proto"],
      input: .pipe,
      output: .pipe
    )
    commands = try #require(process.input)
    answers = try #require(process.output)
  }

  func start() async throws -> Int {
    let answer = try await ask("start")
    guard let port = answer.split(separator: " ").last.flatMap({ Int($0) }) else {
      throw UnexpectedAnswer(answer: answer)
    }
    return port
  }

  func stop() async throws {
    let answer = try await ask("stop")
    guard answer == "stopped" else { throw UnexpectedAnswer(answer: answer) }
  }

  func shutDown() async throws {
    try commands.write(contentsOf: Data("exit\n".utf8))
    await process.waited()
  }

  /// The request ids (for a feed the cursors, for an import the numbers of entries) that came for a method.
  func calls(of method: String) async throws -> [String] {
    try JSONDecoder().decode([String].self, from: Data(try await ask("calls \(method)").utf8))
  }

  func compact() async throws { _ = try await ask("compact") }

  struct UnexpectedAnswer: Error {
    let answer: String
  }

  private func ask(_ command: String) async throws -> String {
    try commands.write(contentsOf: Data((command + "\n").utf8))
    while true {
      if let end = unread.firstIndex(of: UInt8(ascii: "\n")) {
        defer { unread.removeFirst(end + 1) }
        return String(decoding: unread[..<end], as: UTF8.self)
      }
      let data = await onThread { [answers] in answers.availableData }
      guard !data.isEmpty else { throw UnexpectedAnswer(answer: "the server has ended") }
      unread += data
    }
  }
}
