/// The time limits of tickets that are parameters of a city, each with its source.
public struct TicketLimits: Sendable, Hashable {
  /// What holds where no city says otherwise.
  public static let national = TicketLimits(divisions: [], on: CivilDate(daysSinceEpoch: 0))

  /// How long handling may take where no service level says otherwise, in working days.
  public let defaultWorkingDays: RuleValue
  /// How long after its dispatch a ticket may be returned, in working days.
  public let returnWorkingDays: RuleValue
  /// How many working days all extensions of a ticket may add together.
  public let extensionWorkingDays: RuleValue
  /// How many working days before the due date the warning starts.
  public let warningWorkingDays: RuleValue

  /// The limits that hold in a division on the day of receipt.
  public init(_ table: RuleTable = .shipped, divisions: [String], on day: CivilDate) {
    defaultWorkingDays = table.resolve(.ticketDefaultWorkingDays, divisions: divisions, on: day)
    returnWorkingDays = table.resolve(.ticketReturnMaximumWorkingDays, divisions: divisions, on: day)
    extensionWorkingDays = table.resolve(.ticketExtensionMaximumWorkingDays, divisions: divisions, on: day)
    warningWorkingDays = table.resolve(.ticketWarningWorkingDays, divisions: divisions, on: day)
  }

  /// The service level where no table says otherwise.
  public var standardLevel: ServiceLevel { .workingDays(defaultWorkingDays.integer) }
}
