/// The last day of a period.
public struct DueDate: Sendable, Hashable {
  /// The last day on which the thing is in time.
  public let date: CivilDate

  /// Whether the count ran over a day of a year whose holiday arrangement was not loaded.
  public let isProvisional: Bool

  /// Makes a due date.
  public init(date: CivilDate, isProvisional: Bool) {
    self.date = date
    self.isProvisional = isProvisional
  }
}
