internal import RedSailStore

/// Where figures of a report come from.
protocol ReportSource: Sendable {
  /// The kind of the records that are counted.
  var kind: RecordKind { get }

  /// The figures, in the order in which they are shown.
  var figures: [ReportFigure] { get }

  /// Counts them.
  func count(_ reading: ReportReading, into tally: inout ReportTally) throws
}

/// What puts a record into a period.
enum ReportTiming: Sendable {
  /// The day of a date or time column: things that happen.
  case flow(String)
  /// The conditions themselves, which are asked for each period: things that stand.
  case stock
  /// The conditions, asked for each quarter that ended in the period, and added up.
  case quarters
}
