internal import Foundation

/// What tells that a file has changed: it was written, or another one has taken its name.
struct FileStamp: Equatable {
  private let number: UInt64?
  private let size: UInt64?
  private let modified: Date?

  init(_ path: String) {
    // Of the file that a link leads to: certificates are often exchanged by turning a link around.
    let resolved = URL(filePath: path).resolvingSymlinksInPath().path
    let attributes = try? FileManager.default.attributesOfItem(atPath: resolved)
    number = (attributes?[.systemFileNumber] as? NSNumber)?.uint64Value
    size = (attributes?[.size] as? NSNumber)?.uint64Value
    modified = attributes?[.modificationDate] as? Date
  }
}
