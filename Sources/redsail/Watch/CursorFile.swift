internal import Foundation

/// A file that remembers how far a feed was followed: the cursor and, where the output is a file, its length at that point.
struct CursorFile {
  /// A point of the feed.
  struct Position: Equatable {
    var cursor: String
    /// The bytes of output that belong to the changes up to the cursor.
    var length: UInt64?
  }

  let path: String

  /// What was saved last; nil if nothing was.
  func load() throws(Failure) -> Position? {
    guard FileManager.default.fileExists(atPath: path) else { return nil }
    guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
      throw Failure("cannot read the cursor file '\(path)'", "无法读取游标文件“\(path)”")
    }
    let lines = text.split(separator: "\n").map(String.init)
    guard let cursor = lines.first else { return nil }
    return Position(cursor: cursor, length: lines.count > 1 ? UInt64(lines[1]) : nil)
  }

  /// Saves a point: the file holds the old one or this one, never half of it.
  func save(_ position: Position) throws(Failure) {
    let text = position.cursor + "\n" + (position.length.map { "\($0)\n" } ?? "")
    do {
      try Data(text.utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
    } catch {
      throw Failure("cannot write the cursor file '\(path)'", "无法写入游标文件“\(path)”")
    }
  }
}
