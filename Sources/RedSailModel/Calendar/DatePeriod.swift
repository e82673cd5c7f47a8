/// A span of days: from its first day to the day before ``end``, as `valid_from` and `valid_to` of the schema say it.
public struct DatePeriod: Sendable, Hashable {
  /// The first day, or nil where it has no beginning that is known.
  public var start: CivilDate?
  /// The first day that is no longer part of it, or nil while it is open.
  public var end: CivilDate?

  /// Makes a period. One whose end is not after its start has no day.
  public init(from start: CivilDate?, to end: CivilDate?) {
    self.start = start
    self.end = end
  }

  /// Whether no day belongs to it.
  public var isEmpty: Bool {
    guard let start, let end else { return false }
    return end <= start
  }

  /// Whether a day belongs to it.
  public func contains(_ day: CivilDate) -> Bool {
    (start.map { $0 <= day } ?? true) && (end.map { day < $0 } ?? true)
  }

  /// The days that belong to both; nil where there is none.
  public func intersection(_ other: DatePeriod) -> DatePeriod? {
    let common = DatePeriod(
      from: [start, other.start].compactMap(\.self).max(),
      to: [end, other.end].compactMap(\.self).min()
    )
    return isEmpty || other.isEmpty || common.isEmpty ? nil : common
  }

  /// Whether some day belongs to both.
  public func overlaps(_ other: DatePeriod) -> Bool { intersection(other) != nil }
}

extension DatePeriod: CustomStringConvertible {
  /// Both ends, `..` where one is open: "from 2024-01-01 to before 2025-01-01".
  public var description: String {
    "from \(start?.description ?? "..") to before \(end?.description ?? "..")"
  }
}
