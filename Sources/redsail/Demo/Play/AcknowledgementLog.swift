internal import Foundation
internal import Synchronization

/// Writes down what the server has acknowledged, a line `name etag` each, in the order in which the answers came: what a
/// fault test compares with what the server still holds.
final class AcknowledgementLog: Sendable {
  private let file: Mutex<FileHandle>

  /// Creates the file, or empties one that is there. Throws what the file system says.
  init(path: String) throws {
    try Data().write(to: URL(fileURLWithPath: path))
    file = Mutex(try FileHandle(forWritingTo: URL(fileURLWithPath: path)))
  }

  func add(_ name: String, etag: String) throws {
    try file.withLock { try $0.write(contentsOf: Data("\(name) \(etag)\n".utf8)) }
  }
}
