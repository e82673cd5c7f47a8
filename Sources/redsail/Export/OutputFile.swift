internal import Foundation

/// Where a command writes: standard output, or a file that appears when it is complete.
struct OutputFile {
  private let path: String?
  private let handle: FileHandle

  /// Begins the file; nil for standard output.
  init(_ path: String?) throws(Failure) {
    self.path = path
    guard let path else {
      handle = .standardOutput
      return
    }
    let partial = Self.partial(path)
    guard FileManager.default.createFile(atPath: partial, contents: nil),
      let handle = FileHandle(forWritingAtPath: partial)
    else { throw Failure("cannot write '\(partial)'", "无法写入“\(partial)”") }
    self.handle = handle
  }

  func write(_ bytes: [UInt8]) throws(Failure) {
    do {
      try handle.write(contentsOf: bytes)
    } catch {
      throw Failure("cannot write '\(path ?? "standard output")': \(error.localizedDescription)", "写入失败")
    }
  }

  /// Lets the file appear under its name.
  func finish() throws(Failure) {
    guard let path else { return }
    do {
      try handle.synchronize()
      try handle.close()
    } catch {
      throw Failure("cannot write '\(path)': \(error.localizedDescription)", "写入“\(path)”失败")
    }
    guard rename(Self.partial(path), path) == 0 else { throw Failure("cannot write '\(path)'", "无法写入“\(path)”") }
  }

  private static func partial(_ path: String) -> String { "\(path).partial" }
}
