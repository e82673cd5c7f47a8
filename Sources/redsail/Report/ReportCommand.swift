internal import ArgumentParser
internal import ProtobufRuntime
internal import RedSailClient
internal import RedSailModel

/// `redsail report`: a report of a city, the list of reports, or the records that a report points at.
struct ReportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Print a report: figures by division and period, reproducible as of a day and a revision.",
    discussion: """
      Without a key: the reports there are. CSV has a byte order mark and opens in Excel.

      redsail report firm_coverage --target 127.0.0.1:50051 --by county --period quarter
      redsail report grid_stations --target 127.0.0.1:50051 --findings --csv
      """
  )

  /// How the answer is printed.
  enum Format: EnumerableFlag {
    /// For programs.
    case json
    /// For spreadsheets.
    case csv

    static func help(for value: Format) -> ArgumentHelp? {
      value == .json ? "Print JSON." : "Print CSV (RFC 4180, UTF-8 with a byte order mark)."
    }
  }

  @OptionGroup var options: TargetOptions

  @Argument(help: "The report's key; none: the list of reports.")
  var report: String?

  @Option(help: "The city's code.")
  var city = "370800"

  @Option(help: "Only the division of this code, with all below it.")
  var division: String?

  @Option(name: .customLong("by"), help: "A row for each division of a level: county, street or community.")
  var level: ReportLevel?

  @Option(help: "The length of the periods: month, quarter or year. Default: the whole span.")
  var period: ReportPeriodLength?

  @Option(help: "First day, yyyy-mm-dd. Default: 1 January of the year before.", transform: CivilDate.init)
  var from: CivilDate?

  @Option(
    help: "Count as of the end of this day, yyyy-mm-dd. Default: a demonstration's last day, else today.",
    transform: CivilDate.init
  )
  var asOf: CivilDate?

  @Option(help: "Count what was recorded by this revision. Default: the latest.")
  var revision: Int64 = 0

  @Option(help: "How many days ahead, for what is due.")
  var daysAhead: Int32 = 0

  @Flag(help: "Print the single records that the report points at.")
  var findings = false

  @Flag var format: Format?

  func run() async throws {
    let text = try await options.withClient { redsail in
      let service = ReportServiceClient(redsail.channel)
      guard let report else { return try await list(service) }
      return findings ? try await list(findingsOf: report, service) : try await show(report, service)
    }
    print(text)
  }

  private var cityName: String { "cities/\(city)" }
  private var divisionName: String { division.map { "\(cityName)/divisions/\($0)" } ?? "" }

  private func list(_ service: ReportServiceClient) async throws -> String {
    var reports: [Report] = []
    for try await report in service.reports(.with { $0.parent = cityName }) { reports.append(report) }
    if format == .json { return try Self.json(reports) }
    let language = options.language
    let head = [
      language.choose("key", "报表"), language.choose("what it tells", "名称"), language.choose("figures", "指标"),
    ]
    let lines = reports.map { report in
      [
        String(report.name.split(separator: "/").last ?? ""),
        language.choose(report.displayName, report.localizedName), report.figures.map(\.key).joined(separator: " "),
      ]
    }
    return format == .csv ? Self.csv([head] + lines) : TextTable([head] + lines, leading: [0, 1, 2]).text
  }

  private func show(_ report: String, _ service: ReportServiceClient) async throws -> String {
    let answer = try await service.getReport(
      .with {
        $0.name = "\(cityName)/reports/\(report)"
        $0.division = divisionName
        $0.byLevel = level?.message ?? .unspecified
        $0.periodKind = period?.message ?? .unspecified
        $0.periodFrom = from.map(CityPlan.calendarDate)
        $0.asOfDate = asOf.map(CityPlan.calendarDate)
        $0.revision = revision
        $0.daysAhead = daysAhead
      }
    )
    switch format {
    case .json: return try answer.json()
    case .csv: return Self.csv(ReportSheet(answer, language: options.language).lines)
    case nil: return ReportTable(answer, language: options.language).text
    }
  }

  private func list(findingsOf report: String, _ service: ReportServiceClient) async throws -> String {
    let request = ListFindingsRequest.with {
      $0.name = "\(cityName)/reports/\(report)"
      $0.division = divisionName
      $0.periodFrom = from.map(CityPlan.calendarDate)
      $0.asOfDate = asOf.map(CityPlan.calendarDate)
      $0.revision = revision
      $0.daysAhead = daysAhead
      $0.pageSize = 1_000
    }
    var found: [Finding] = []
    for try await finding in service.findings(request) { found.append(finding) }
    if format == .json { return try Self.json(found) }
    let language = options.language
    let head = [
      language.choose("record", "记录"), language.choose("name", "名称"), language.choose("division", "区划"),
      language.choose("day", "日期"), language.choose("why", "原因"),
    ]
    let lines = found.map { finding in
      [
        finding.subject, finding.displayName, String(finding.division.split(separator: "/").last ?? ""),
        finding.date?.text ?? "", language.choose(finding.message, finding.localizedMessage),
      ]
    }
    return format == .csv ? Self.csv([head] + lines) : TextTable([head] + lines, leading: [0, 1, 2, 3, 4]).text
  }

  /// Lines for a spreadsheet, without the last line's end, which printing adds.
  private static func csv(_ lines: [[String]]) -> String {
    let text = lines.map { CSVText.line($0.map(CSVText.guarded)) }.joined()
    return String(decoding: CSVText.byteOrderMark, as: UTF8.self) + text.dropLast()
  }

  /// Messages as JSON, one a line.
  private static func json(_ messages: [some ProtobufRuntime.Message]) throws -> String {
    try messages.map { try $0.json() }.joined(separator: "\n")
  }
}
