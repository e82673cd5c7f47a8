/// How a promise made at a reception day stands.
public enum PromiseStanding: Int32, Sendable, Hashable, CaseIterable {
  /// Not answered yet, and the day has not passed.
  case open = 1
  /// Answered on the promised day or before (兑现).
  case kept = 2
  /// Answered after the promised day.
  case broken = 3
  /// Not answered though the promised day has passed (逾期).
  case overdue = 4
}

extension Rate {
  /// The kept-promise rate (承诺兑现率): kept promises among those that are due. Open ones are excluded and counted.
  public init(promises: some Sequence<PromiseStanding>) {
    self.init(numerator: 0, denominator: 0)
    for standing in promises {
      switch standing {
      case .open: excluded += 1
      case .kept:
        numerator += 1
        denominator += 1
      case .broken, .overdue: denominator += 1
      }
    }
  }
}
