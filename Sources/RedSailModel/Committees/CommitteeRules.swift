/// The rules for an owners' committee (业主委员会) in a division on a day, each with its source.
public struct CommitteeRules: Sendable, Hashable {
  /// The least number of members.
  public let sizeMinimum: RuleValue
  /// The greatest number of members.
  public let sizeMaximum: RuleValue
  /// Whether the number must be odd.
  public let sizeOdd: RuleValue
  /// The longest term in years.
  public let termMaximumYears: RuleValue
  /// How many days before expiry the re-election must have started.
  public let reelectionDays: RuleValue
  /// Within how many days of the election the committee is filed.
  public let filingDays: RuleValue
  /// Within how many days a change is filed.
  public let changeFilingDays: RuleValue
  /// Within how many days of its end a committee hands over.
  public let handoverDays: RuleValue
  /// The least share of party members in percent; policy, not law.
  public let minimumPartyPercent: RuleValue

  /// The rules that hold in a division on a day.
  ///
  /// - Parameters:
  ///   - table: The city's table.
  ///   - divisions: The division and its explicit parents, nearest first, up to the city.
  ///   - day: The day to judge: that of the election.
  public init(_ table: RuleTable = .shipped, divisions: [String], on day: CivilDate) {
    self.init { table.resolve($0, divisions: divisions, on: day) }
  }

  /// The rules as they are looked up one by one.
  public init<Failure: Error>(_ rule: (RuleParameter) throws(Failure) -> RuleValue) throws(Failure) {
    sizeMinimum = try rule(.committeeSizeMinimum)
    sizeMaximum = try rule(.committeeSizeMaximum)
    sizeOdd = try rule(.committeeSizeOdd)
    termMaximumYears = try rule(.committeeTermMaximumYears)
    reelectionDays = try rule(.committeeReelectionDays)
    filingDays = try rule(.committeeFilingDays)
    changeFilingDays = try rule(.committeeChangeFilingDays)
    handoverDays = try rule(.committeeHandoverDays)
    minimumPartyPercent = try rule(.committeeMinimumPartyPercent)
  }

  /// The least share of party members.
  public var partyRatio: PartyRatio { PartyRatio(percent: minimumPartyPercent.integer) }
}
