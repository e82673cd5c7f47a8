internal import Foundation
internal import ProtobufRuntime
internal import RedSailClient

/// The entries of a file, read one by one, with the line that each came from. Tickets on the way are set aside: they are
/// loaded by a call of their own.
///
/// Belongs to the task that runs the import.
final class ImportRows: Sequence, IteratorProtocol {
  /// An entry that was sent and has no result yet.
  struct Sent {
    let line: Int
    let entry: RecordEntry
  }

  private enum Source {
    case csv(CSVReader, RecordCells, columns: [FieldLayout])
    case lines(JSONLines)
  }

  private var source: Source
  private let builder: EntryBuilder
  /// Tells of a row that cannot be read.
  private let report: (_ line: Int, Failure) -> Void
  /// What was handed out and has no result yet, in order.
  private(set) var sent: [Sent] = []
  /// Tickets that were read and not taken yet.
  private var tickets: [(line: Int, row: TicketRow)] = []
  /// The names of the rows that were read.
  private(set) var names: Set<String> = []
  /// Whether the file is read to its end.
  private(set) var isOver = false
  private var sentStart = 0

  init(
    _ bytes: Data,
    format: RecordFormat,
    builder: EntryBuilder,
    report: @escaping (_ line: Int, Failure) -> Void
  ) throws {
    self.builder = builder
    self.report = report
    switch format {
    case .jsonl: source = .lines(JSONLines(bytes))
    case .csv:
      guard let kind = builder.kind else {
        throw Failure("csv holds one kind: name it with --kind", "CSV 只含一种资源，请用 --kind 指定", exitCode: EX_USAGE)
      }
      var reader = CSVReader(bytes)
      let header = try Self.row(&reader)?.cells ?? []
      source = .csv(reader, RecordCells(kind: kind), columns: try Self.columns(header, of: kind))
    }
  }

  /// The tickets that are set aside at most before they have to be taken: so many that an answer has the details of all
  /// that are refused.
  static let ticketsAside = 500

  /// The next entry that can be read; nil at the end, and where as many tickets as may be have been set aside.
  func next() -> RecordEntry? {
    while !isOver, tickets.count < Self.ticketsAside {
      var line = 0
      do {
        switch try read(&line) {
        case .record(let entry, let name):
          names.insert(name)
          sent.append(Sent(line: line, entry: entry))
          return entry
        case .ticket(let row):
          names.insert(row.request.ticket?.name ?? "")
          tickets.append((line, row))
        case nil: isOver = true
        }
      } catch let failure as Failure {
        report(line, failure)
        // A file that is broken cannot be read on.
        if line == 0 { isOver = true }
      } catch {
        report(line, Failure("\(error)"))
      }
    }
    return nil
  }

  /// The tickets that were read since the last time.
  func takeTickets() -> [(line: Int, row: TicketRow)] {
    defer { tickets = [] }
    return tickets
  }

  /// The entry whose result comes next.
  func answered() -> Sent? {
    guard sentStart < sent.count else { return nil }
    defer {
      sentStart += 1
      if sentStart == sent.count {
        sent.removeAll(keepingCapacity: true)
        sentStart = 0
      }
    }
    return sent[sentStart]
  }

  private func read(_ line: inout Int) throws -> ImportRow? {
    switch source {
    case .lines(var lines):
      defer { source = .lines(lines) }
      guard let (number, text) = lines.next() else { return nil }
      line = number
      return try builder.row(json: text)
    case .csv(var reader, let cells, let columns):
      defer { source = .csv(reader, cells, columns: columns) }
      guard let row = try Self.row(&reader) else { return nil }
      line = row.line
      guard row.cells.count == columns.count else {
        throw Failure(
          "expected \(columns.count) cells as in the first line, came \(row.cells.count)",
          "应与首行一样有 \(columns.count) 列，实为 \(row.cells.count) 列"
        )
      }
      var fields: [String: Any] = [:]
      for (cell, column) in zip(row.cells, columns) {
        do throws(CellProblem) {
          fields[column.name] = try cells.value(cell, column)
        } catch {
          throw Failure(
            "\(column.name): expected \(error.english), came '\(cell)'",
            "\(column.name)：应为\(error.chinese)，实为“\(cell)”"
          )
        }
      }
      return try builder.row(fields, of: cells.kind)
    }
  }

  private static func columns(_ header: [String], of kind: RecordKindName) throws(Failure) -> [FieldLayout] {
    var columns: [FieldLayout] = []
    for name in header {
      let fields = kind.layout.fields + (kind.isTicket ? TicketRowBuilder.besides : [])
      guard let field = fields.first(where: { $0.name == name }) else {
        let known = fields.map(\.name)
        throw Failure(
          unknown: "column",
          "列",
          name,
          nearest: Nearest.of(name, among: known),
          among: known,
          exitCode: 1
        )
      }
      columns.append(field)
    }
    guard !columns.isEmpty else { throw Failure("the file is empty", "文件为空") }
    return columns
  }

  private static func row(_ reader: inout CSVReader) throws(Failure) -> CSVReader.Row? {
    do throws(CSVReader.Problem) {
      return try reader.next()
    } catch {
      switch error {
      case .openQuote(let line):
        throw Failure("line \(line): a quoted cell has no end", "第 \(line) 行：引号未闭合")
      case .encoding(let line):
        throw Failure(
          "line \(line): not UTF-8; in Excel, save as “CSV UTF-8”",
          "第 \(line) 行：不是 UTF-8 编码，请在 Excel 中另存为“CSV UTF-8”"
        )
      }
    }
  }
}
