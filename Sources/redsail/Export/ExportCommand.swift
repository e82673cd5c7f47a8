internal import ArgumentParser
internal import Foundation
internal import RedSailClient

/// `redsail export`: records as they are at one revision, as JSON lines or CSV.
struct ExportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write records as they are at one revision, as JSON lines or CSV.",
    discussion: """
      JSON lines hold any number of kinds, each record as {"firm": {...}}, those first that others refer to: redsail \
      import reads them in this order. CSV holds one kind and opens in Excel: UTF-8 with its mark, dates as yyyy-mm-dd, \
      nested values as JSON, texts that would be formulas behind an apostrophe.

      redsail export --target 127.0.0.1:50051 --kind firm --format csv --output firms.csv
      """
  )

  @OptionGroup var options: TargetOptions

  @Option(help: "The city's code.")
  var city = "370800"

  @Option(name: .customLong("kind"), help: "A kind of record, such as firm; may be repeated. Default: all.")
  var kinds: [String] = []

  @Option(help: "Only records in this division or below it: its code.")
  var division = ""

  @Option(help: "jsonl or csv.")
  var format = RecordFormat.jsonl

  @Option(help: "The file to write; it appears when it is complete. Default: standard output.")
  var output: String?

  @Option(help: "Where to keep the cursor at which redsail watch of the same kinds and division goes on.")
  var cursorFile: String?

  @Flag(help: "Deleted records too.")
  var showDeleted = false

  @Flag(help: "Tickets with their history, as redsail import takes them; a column of that name in CSV.")
  var history = false

  func run() async throws {
    let chosen = try kinds.map(RecordKindName.find)
    if format == .csv, chosen.count != 1 {
      throw Failure("csv holds one kind: name it with --kind", "CSV 只含一种资源，请用 --kind 指定", exitCode: EX_USAGE)
    }
    try await options.withClient { redsail in
      let export = redsail.city(city).records.export(
        kinds: chosen.map(\.type),
        division: division,
        showDeleted: showDeleted
      )
      let file = try OutputFile(output)
      var (count, revision, cursor) = (0, Int64(0), "")
      if format == .csv, let kind = chosen.first {
        try file.write(CSVText.byteOrderMark)
        let besides = history && kind.isTicket ? ["history"] : []
        try file.write(Array(CSVText.line(RecordCells(kind: kind).header + besides).utf8))
      }
      let tickets = redsail.city(city).tickets
      for try await page in export.pages {
        if !page.cursor.isEmpty { (revision, cursor) = (page.revision, cursor.isEmpty ? page.cursor : cursor) }
        let histories = history ? try await TicketHistories.read(of: page.records, from: tickets) : [:]
        for record in page.records {
          try file.write(Array(try text(of: record, chosen.first, histories).utf8))
        }
        count += page.records.count
      }
      try file.finish()
      if let cursorFile { try CursorFile(path: cursorFile).save(CursorFile.Position(cursor: cursor)) }
      let summary = options.language.choose(
        "exported \(count) records at revision \(revision)",
        "已导出 \(count) 条记录，修订号 \(revision)"
      )
      FileHandle.standardError.write(Data("\(summary)\n".utf8))
    }
  }

  private func text(
    of record: AnyRecord,
    _ kind: RecordKindName?,
    _ histories: [String: [TicketEvent]]
  ) throws -> String {
    var events: String?
    if history, case .ticket(let ticket) = record.resource {
      events = try RecordJSON.list(histories[ticket.name] ?? [])
    }
    guard format == .csv, let kind else {
      let line = try RecordJSON.line(record)
      guard let events, events != "[]" else { return line + "\n" }
      return line.dropLast() + ",\"history\":\(events)}\n"
    }
    guard let fields = try RecordJSON.fields(of: record, kind) else { return "" }
    return CSVText.line(try RecordCells(kind: kind).cells(of: fields) + (events.map { [$0 == "[]" ? "" : $0] } ?? []))
  }
}
