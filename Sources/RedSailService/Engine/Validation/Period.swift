internal import RedSailAPI
internal import RedSailModel
internal import RedSailStore

/// A period of days: its end is not part of it; an absent bound is open.
struct Period: Sendable, Hashable {
  let from: CivilDate?
  let to: CivilDate?

  init(_ from: CalendarDate?, _ to: CalendarDate?) {
    self.from = from?.civilDate
    self.to = to?.civilDate
  }

  /// Whether some day belongs to both.
  func overlaps(_ other: Period) -> Bool {
    let startsBeforeOtherEnds = from.flatMap { from in other.to.map { from < $0 } } ?? true
    let otherStartsBeforeEnd = other.from.flatMap { from in to.map { from < $0 } } ?? true
    return startsBeforeOtherEnds && otherStartsBeforeEnd
  }

  /// Whether another period lies inside this one. An absent first day of the other is one that is not known.
  func contains(_ other: Period) -> Bool {
    let startsInside = from.flatMap { from in other.from.map { $0 >= from } } ?? true
    let endsInside = to.map { to in other.to.map { $0 <= to } ?? false } ?? true
    return startsInside && endsInside
  }

  /// That a record with columns `valid_from` and `valid_to` has a day in common with this period.
  var overlapPredicate: Predicate {
    var parts: [Predicate] = []
    if let to {
      parts.append(.or([.isUnset("valid_from"), .compare("valid_from", .less, CalendarDate(to).column)]))
    }
    if let from {
      parts.append(.or([.isUnset("valid_to"), .compare("valid_to", .greater, CalendarDate(from).column)]))
    }
    return .and(parts)
  }
}

extension Period: CustomStringConvertible {
  /// The bounds, with `…` for an open one.
  var description: String { "\(from?.description ?? "…") – \(to?.description ?? "…")" }
}
