internal import RedSailAPI
internal import RedSailModel
internal import RedSailStore

/// Figures over the records of one kind, counted by the store in one pass (for things that stand: one a period).
struct CountSource: ReportSource {
  typealias Condition = @Sendable (ReportMoment) -> Predicate

  /// Records that are left out of a figure.
  struct Exclusion: Sendable {
    let reason: String
    let condition: Condition

    init(_ reason: String, _ condition: @escaping Condition) {
      self.reason = reason
      self.condition = condition
    }
  }

  /// One figure: which of the source's records count.
  struct Figure: Sendable {
    var figure: ReportFigure
    let numerator: Condition
    /// The column that is summed instead of counting records, and that of the denominator.
    var sum: String?
    var sumAmong: String?
    /// Which records are counted among; only of a share.
    var among: Condition = { _ in .all }
    /// Left out of both, each record for the first reason that fits.
    var exclusions: [Exclusion] = []
    /// The column that says that a record was entered late.
    var backfilled: String?
  }

  let kind: RecordKind
  let timing: ReportTiming
  let base: Condition
  let counted: [Figure]

  init(
    _ kind: RecordKind,
    _ timing: ReportTiming = .stock,
    where base: @escaping Condition = { _ in .all },
    _ figures: [Figure]
  ) {
    self.kind = kind
    self.timing = timing
    self.base = base
    counted = figures
  }

  /// Figures over all records, as they stand.
  init(_ kind: RecordKind, _ figures: [Figure]) {
    self.init(kind, .stock, figures)
  }

  var figures: [ReportFigure] { counted.map(\.figure) }
}

extension CountSource.Figure {
  /// How many records meet a condition.
  static func count(
    _ key: String,
    _ unit: String,
    _ name: LocalizedText,
    owners: Set<Role> = [],
    sum: String? = nil,
    where numerator: @escaping CountSource.Condition = { _ in .all }
  ) -> Self {
    Self(figure: ReportFigure(key, unit, name, owners: owners), numerator: numerator, sum: sum)
  }

  /// What share of the records meets a condition.
  static func share(
    _ key: String,
    _ name: LocalizedText,
    owners: Set<Role> = [],
    among: @escaping CountSource.Condition = { _ in .all },
    excluding exclusions: [CountSource.Exclusion] = [],
    backfilled: String? = nil,
    where numerator: @escaping CountSource.Condition
  ) -> Self {
    Self(
      figure: ReportFigure(key, "%", name, owners: owners, isShare: true),
      numerator: numerator,
      among: among,
      exclusions: exclusions,
      backfilled: backfilled
    )
  }

  /// What share one column's sum has in another's.
  static func sums(
    _ key: String,
    _ name: LocalizedText,
    _ sum: String,
    of whole: String,
    where condition: @escaping CountSource.Condition = { _ in .all }
  ) -> Self {
    Self(
      figure: ReportFigure(key, "%", name, isShare: true),
      numerator: { _ in .all },
      sum: sum,
      sumAmong: whole,
      among: condition
    )
  }

  /// The figure as a part of another one of the report.
  func within(_ whole: String) -> Self {
    var part = self
    part.figure.whole = whole
    return part
  }

  /// The figure as one of a group that make up a number of the report.
  func grouped(_ group: String) -> Self {
    var member = self
    member.figure.group = group
    return member
  }
}
