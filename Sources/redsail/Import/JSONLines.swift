internal import Foundation

/// The lines of a file that are not empty, with their numbers.
struct JSONLines {
  private let bytes: Data
  private var position: Data.Index
  private var line = 0

  init(_ bytes: Data) {
    self.bytes = bytes
    position = bytes.startIndex
    if bytes.starts(with: CSVText.byteOrderMark) { position += CSVText.byteOrderMark.count }
  }

  /// The next line.
  mutating func next() -> (line: Int, text: String)? {
    while position < bytes.endIndex {
      let end = bytes[position...].firstIndex(of: 0x0A) ?? bytes.endIndex
      let text = String(decoding: bytes[position..<end], as: UTF8.self)
      position = end < bytes.endIndex ? end + 1 : end
      line += 1
      if !text.allSatisfy(\.isWhitespace) { return (line, text) }
    }
    return nil
  }
}
