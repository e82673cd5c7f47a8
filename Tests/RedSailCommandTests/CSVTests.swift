internal import Foundation
internal import Testing

@testable internal import redsail

/// CSV as RFC 4180 and spreadsheets have it.
@Suite struct CSVTests {
  private func rows(_ text: String) throws -> [CSVReader.Row] {
    var reader = CSVReader(Data(text.utf8))
    var rows: [CSVReader.Row] = []
    while let row = try reader.next() { rows.append(row) }
    return rows
  }

  @Test func cellsInQuotesHoldWhatSeparates() throws {
    let text = "\u{FEFF}a,\"b, c\",\"d \"\"e\"\"\"\r\n\"two\r\nlines\",,f\r\n\r\nlast,1,2"
    #expect(
      try rows(text) == [
        CSVReader.Row(line: 1, cells: ["a", "b, c", "d \"e\""]),
        CSVReader.Row(line: 2, cells: ["two\r\nlines", "", "f"]),
        CSVReader.Row(line: 5, cells: ["last", "1", "2"]),
      ]
    )
    #expect(throws: CSVReader.Problem.openQuote(line: 2)) { try rows("a\n\"b") }
    var latin = CSVReader(Data([0x61, 0x0A, 0xC4, 0xE3]))
    _ = try latin.next()
    #expect(throws: CSVReader.Problem.encoding(line: 2)) { try latin.next() }
  }

  @Test(arguments: ["=1+1", "+86", "-3", "@x", "\tx", "'=1", "''-", "'", "it's", "", "文", "a\r\nb", "\"q\", r"])
  func textsComeBack(text: String) throws {
    let guarded = CSVText.guarded(text)
    #expect(!["=", "+", "-", "@", "\t", "\r"].contains(guarded.prefix(1)))
    let read = try rows(CSVText.line([guarded, "x"])).first?.cells.first
    #expect(CSVText.unguarded(read ?? "") == text)
  }
}
