internal import Foundation

/// Takes CSV (RFC 4180) apart row by row. Lines may end with CR LF, LF or CR; empty lines are passed over.
struct CSVReader {
  /// A row, with the number of the line on which it begins.
  struct Row: Equatable {
    let line: Int
    let cells: [String]
  }

  /// What keeps a file from being read.
  enum Problem: Error, Equatable {
    /// A quoted cell that begins on this line has no end.
    case openQuote(line: Int)
    /// The line is no UTF-8.
    case encoding(line: Int)
  }

  private let bytes: Data
  private var position: Data.Index
  private var line = 1

  init(_ bytes: Data) {
    self.bytes = bytes
    position = bytes.startIndex
    if bytes.starts(with: CSVText.byteOrderMark) { position += CSVText.byteOrderMark.count }
  }

  /// The next row; nil behind the last one.
  mutating func next() throws(Problem) -> Row? {
    while position < bytes.endIndex {
      let start = line
      let cells = try row()
      if cells != [""] { return Row(line: start, cells: cells) }
    }
    return nil
  }

  private mutating func row() throws(Problem) -> [String] {
    var cells: [String] = []
    while true {
      cells.append(try cell())
      guard position < bytes.endIndex else { return cells }
      let end = bytes[position]
      position += 1
      if end == 0x2C { continue }
      if end == 0x0D, position < bytes.endIndex, bytes[position] == 0x0A { position += 1 }
      line += 1
      return cells
    }
  }

  /// A cell, up to its comma or line end.
  private mutating func cell() throws(Problem) -> String {
    let start = line
    var content: [UInt8] = []
    if position < bytes.endIndex, bytes[position] == 0x22 {
      position += 1
      while true {
        guard position < bytes.endIndex else { throw .openQuote(line: start) }
        let byte = bytes[position]
        position += 1
        if byte == 0x22 {
          guard position < bytes.endIndex, bytes[position] == 0x22 else { break }
          position += 1
        } else if byte == 0x0A {
          line += 1
        }
        content.append(byte)
      }
    }
    while position < bytes.endIndex, ![0x2C, 0x0A, 0x0D].contains(bytes[position]) {
      content.append(bytes[position])
      position += 1
    }
    guard let text = String(validating: content, as: UTF8.self) else { throw .encoding(line: start) }
    return text
  }
}
