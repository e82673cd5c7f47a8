internal import ArgumentParser
internal import Foundation
internal import RedSailClient

/// `redsail import`: records from JSON lines or CSV.
struct ImportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Load records from JSON lines or CSV files.",
    discussion: """
      Each row is stored on its own; what is wrong with a row goes to standard error with file and line, and the others \
      are stored all the same. Exits with 0 if all rows are, else with 1. A file can be loaded again after a break: what \
      is there is counted as present. A row that refers to a later one is tried again after it.

      --validate-only can check a row that refers to a later one, or a ticket that refers to a row, no further than that: \
      such rows are counted apart.

      CSV needs --kind, and a first line with the names of fields; see redsail export. Times may stand as 2024-03-05 \
      09:30, which is Beijing time.

      Tickets come with their history: as redsail export --history wrote it, as a column history, or as the times of a \
      list: receive_time, dispatch_time, sign_time, resolve_time with resolution, feedback, close_time. Their deadlines \
      are judged by these times. A caller (诉求人) may stand in a column of that name.

      redsail import --target 127.0.0.1:50051 --kind firm firms.csv
      """
  )

  @OptionGroup var options: TargetOptions

  @Argument(help: "Files; those whose name ends in .csv are CSV. - reads standard input.")
  var files: [String]

  @Option(help: "The city's code.")
  var city = "370800"

  @Option(help: "The kind of the records, such as firm. JSON lines may say it themselves.")
  var kind: String?

  @Option(help: "jsonl or csv. Default: by the file's name.")
  var format: RecordFormat?

  @Flag(help: "Check the rows and store nothing.")
  var validateOnly = false

  @Flag(help: "Change records that are there; delete those whose row has a delete_time.")
  var upsert = false

  @Flag(help: "Load what an export wrote as it was, with what only actions set otherwise, at the rows' event times.")
  var restore = false

  func run() async throws {
    guard !(upsert && restore) else {
      throw Failure("--upsert and --restore exclude each other", "--upsert 与 --restore 不能同时使用", exitCode: EX_USAGE)
    }
    let builder = EntryBuilder(
      kind: try kind.map(RecordKindName.find),
      mode: upsert ? .upsert : restore ? .restore : .unspecified
    )
    let tally = ImportTally(language: options.language)
    try await options.withClient { redsail in
      let records = redsail.city(city).records
      var names: Set<String> = []
      for file in files {
        let isCSV = format == .csv || (format == nil && file.lowercased().hasSuffix(".csv"))
        let rows = try ImportRows(read(file), format: isCSV ? .csv : .jsonl, builder: builder) { line, failure in
          tally.fail(file, line, failure)
        }
        var tickets = TicketLoad(tickets: redsail.city(city).tickets, isValidation: validateOnly, file: file)
        repeat {
          try await load(rows, of: file, into: records, tally)
          try await tickets.load(rows.takeTickets(), tally)
        } while !rows.isOver
        try await tickets.finish(tally)
        names.formUnion(rows.names)
      }
      tally.settle(names)
    }
    print(tally.summary(isValidation: validateOnly))
    if tally.failed > 0 {
      throw Failure("\(tally.failed) rows were refused", "有 \(tally.failed) 行未能导入")
    }
  }

  /// Loads a file; rows that refer to what is not there yet are tried again as long as that helps.
  private func load(_ rows: ImportRows, of file: String, into records: CityRecords, _ tally: ImportTally) async throws {
    var later: [ImportRows.Sent] = []
    for try await result in records.import(rows, validateOnly: validateOnly) {
      guard let sent = rows.answered() else { continue }
      if result.error?.reason == .referenceNotFound, !validateOnly {
        later.append(sent)
      } else if !validateOnly || !tally.waits(result, file, sent.line) {
        tally.count(result, file, sent.line)
      }
    }
    while !later.isEmpty {
      let round = later
      later = []
      var refused: [(RecordResult, Int)] = []
      var position = 0
      for try await result in records.import(round.map(\.entry)) {
        let sent = round[position]
        position += 1
        if result.error?.reason == .referenceNotFound {
          later.append(sent)
          refused.append((result, sent.line))
        } else {
          tally.count(result, file, sent.line)
        }
      }
      guard later.count == round.count else { continue }
      for (result, line) in refused { tally.count(result, file, line) }
      return
    }
  }

  private func read(_ file: String) throws(Failure) -> Data {
    if file == "-" { return FileHandle.standardInput.readDataToEndOfFile() }
    do {
      return try Data(contentsOf: URL(fileURLWithPath: file), options: .mappedIfSafe)
    } catch {
      throw Failure("cannot read '\(file)'", "无法读取“\(file)”", exitCode: EX_NOINPUT)
    }
  }
}
