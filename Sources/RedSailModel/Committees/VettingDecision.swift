/// A decision of the street's or community's party organisation on a candidate (候选人审核意见).
public struct VettingDecision: Sendable, Hashable {
  /// Whether the candidate may stand; the raw values are those of the schema.
  public enum Outcome: Int32, Sendable, Hashable, CaseIterable {
    /// May stand (通过).
    case approved = 2
    /// May not stand (不通过).
    case rejected = 3
  }

  /// Who decided.
  public let vetter: String
  /// What was decided.
  public let outcome: Outcome
  /// Why.
  public let reason: String
  /// The day.
  public let day: CivilDate

  /// Makes a decision.
  public init(by vetter: String, _ outcome: Outcome, reason: String, on day: CivilDate) {
    self.vetter = vetter
    self.outcome = outcome
    self.reason = reason
    self.day = day
  }
}
