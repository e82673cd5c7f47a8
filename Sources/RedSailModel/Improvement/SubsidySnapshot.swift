/// An application for a subsidy as it stands (财政补助申请). Amounts are in fen (分).
public struct SubsidySnapshot: Sendable, Hashable, ProcessSnapshot {
  /// The state.
  public internal(set) var state: SubsidyState
  /// Who applied.
  public let applicant: String
  /// What was applied for.
  public let applied: Int64
  /// What was approved; 0 before.
  public internal(set) var approved: Int64
  /// What was paid so far.
  public internal(set) var paid: Int64
  /// The day of the last event.
  public internal(set) var lastEvent: CivilDate

  /// Takes up an application; a new one is made on the day of its last event.
  public init(
    state: SubsidyState = .applied,
    applicant: String,
    applied: Int64,
    approved: Int64 = 0,
    paid: Int64 = 0,
    lastEvent: CivilDate
  ) {
    self.state = state
    self.applicant = applicant
    self.applied = applied
    self.approved = approved
    self.paid = paid
    self.lastEvent = lastEvent
  }
}
