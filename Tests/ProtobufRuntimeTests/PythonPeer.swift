internal import Foundation
internal import TestSupport
internal import Testing

/// Python's protobuf, run as a process of its own.
///
/// `REDSAIL_PYTHON` names a Python that has the packages protobuf and grpcio-tools; without it `python3` is taken.
enum PythonPeer {
  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  static var testDirectory: URL { URL(filePath: #filePath).deletingLastPathComponent() }

  static func run<Output: Decodable>(_ command: String, _ input: some Encodable, as: Output.Type) throws -> Output {
    let python = ProcessInfo.processInfo.environment["REDSAIL_PYTHON"] ?? "python3"
    let directory = FileManager.default.temporaryDirectory.appending(path: "peer-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: directory) }
    let (inputFile, outputFile) = (directory.appending(path: "in"), directory.appending(path: "out"))
    try JSONEncoder().encode(input).write(to: inputFile)
    let end = try ChildProcess(
      [python, testDirectory.appending(path: "Python/peer.py").path(), command],
      input: .file(path: inputFile.path()),
      output: .file(path: outputFile.path())
    ).wait()
    guard end == .exited(status: 0) else {
      throw Failure(
        description: """
          \(python) failed (\(end)); set REDSAIL_PYTHON to a Python that has protobuf \
          and grpcio-tools
          """
      )
    }
    return try JSONDecoder().decode(Output.self, from: Data(contentsOf: outputFile))
  }
}

/// Bytes in hexadecimal.
struct Hex: Codable, Hashable {
  var bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  init(from decoder: any Decoder) throws {
    let text = Array(try decoder.singleValueContainer().decode(String.self).utf8)
    bytes = try stride(from: 0, to: text.count, by: 2).map { index in
      try #require(UInt8(String(decoding: text[index..<index + 2], as: UTF8.self), radix: 16))
    }
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(bytes.map { $0 < 16 ? "0" + String($0, radix: 16) : String($0, radix: 16) }.joined())
  }
}
