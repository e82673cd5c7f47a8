/// How long the handling of a demand may take (办理时限).
public enum ServiceLevel: Sendable, Hashable {
  /// Working days after the day of receipt.
  case workingDays(Int)
  /// Hours by the clock, day and night, holidays included (24 × 7): for people trapped in a lift, gas, fire and water.
  case clockHours(Int)

  /// Five working days: what holds where a category and division have no level of their own.
  public static let standard = ServiceLevel.workingDays(5)
}
