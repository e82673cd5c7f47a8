internal import Foundation

/// Runs the real `protoc` with the plugin that was built beside the tests.
struct Protoc {
  /// What a run wrote, by file name, or what protoc printed instead.
  enum Outcome: Equatable {
    case files([String: String])
    case refused(String)
  }

  /// The folder of this package.
  static let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  private static let plugin = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
    .appending(path: "protoc-gen-redsail-swift")

  /// Generates for all schemas in `folder` and the folders below it, whose imports may also lie in `includes`, in
  /// protoc's own include folder or in googleapis-common-protos.
  static func generate(from folder: URL, includes: [URL] = [], options: String) throws -> Outcome {
    let output = FileManager.default.temporaryDirectory.appending(path: "golden-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: output, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: output) }
    let schemas = try FileManager.default.subpathsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".proto") }
      .sorted()
    var arguments = [
      "protoc", "--plugin=protoc-gen-redsail-swift=\(plugin.path)", "--redsail-swift_out=\(output.path)",
      "-I\(folder.path)",
    ]
    arguments += (includes.map(\.path) + [try standardIncludes.get()]).map { "-I\($0)" }
    if !options.isEmpty { arguments.append("--redsail-swift_opt=\(options)") }
    let (status, printed) = try run(arguments + schemas)
    guard status == 0 else { return .refused(printed) }
    var files: [String: String] = [:]
    for name in try FileManager.default.subpathsOfDirectory(atPath: output.path) {
      files[name] = try String(contentsOf: output.appending(path: name), encoding: .utf8)
    }
    return .files(files)
  }

  /// The folder of googleapis-common-protos in the Python environment that `REDSAIL_PYTHON` names.
  private static let standardIncludes = Result<String, any Error> {
    let root = package.deletingLastPathComponent()
    let python =
      ProcessInfo.processInfo.environment["REDSAIL_PYTHON"] ?? root.appending(path: ".build/venv/bin/python").path
    let (status, printed) = try run([
      python, "-c", "import google.api, os; print(os.path.dirname(list(google.api.__path__)[0]))",
    ])
    guard status == 0 else {
      throw Failure("\(python) has no googleapis-common-protos; set REDSAIL_PYTHON to a Python that has it: \(printed)")
    }
    return URL(filePath: printed.trimmingCharacters(in: .whitespacesAndNewlines)).deletingLastPathComponent().path
  }

  private static func run(_ arguments: [String]) throws -> (status: Int32, printed: String) {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let printed = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: printed, as: UTF8.self))
  }

  struct Failure: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) {
      self.description = description
    }
  }
}
