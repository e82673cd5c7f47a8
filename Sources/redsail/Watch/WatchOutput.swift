internal import Foundation

/// Where the lines of a feed go: standard output, or the end of a file.
struct WatchOutput {
  private let handle: FileHandle
  private let isFile: Bool

  /// Opens a file, cut to the length that belongs to the cursor from which the feed goes on; nil for standard output.
  init(_ path: String?, length: UInt64?) throws(Failure) {
    guard let path else {
      handle = .standardOutput
      isFile = false
      return
    }
    isFile = true
    if !FileManager.default.fileExists(atPath: path) { _ = FileManager.default.createFile(atPath: path, contents: nil) }
    guard let handle = FileHandle(forUpdatingAtPath: path) else {
      throw Failure("cannot write '\(path)'", "无法写入“\(path)”")
    }
    self.handle = handle
    do {
      let end = try handle.seekToEnd()
      guard let length else { return }
      guard length <= end else {
        throw Failure(
          "'\(path)' has \(end) bytes, the cursor belongs to \(length): it is not the file that was written before",
          "“\(path)”与游标文件不符：文件 \(end) 字节，游标对应 \(length) 字节"
        )
      }
      try handle.truncate(atOffset: length)
    } catch let failure as Failure {
      throw failure
    } catch {
      throw Failure("cannot write '\(path)': \(error.localizedDescription)", "无法写入“\(path)”")
    }
  }

  /// Adds lines; for a file, its length then.
  func write(_ lines: String) throws(Failure) -> UInt64? {
    do {
      if !lines.isEmpty { try handle.write(contentsOf: Data(lines.utf8)) }
      guard isFile else { return nil }
      // The cursor must not be durable before the lines are.
      try handle.synchronize()
      return try handle.offset()
    } catch {
      throw Failure("cannot write the changes: \(error.localizedDescription)", "变更写入失败")
    }
  }
}
