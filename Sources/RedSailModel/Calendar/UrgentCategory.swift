/// The categories of demand that cannot wait for a working day.
public enum UrgentCategory: String, Sendable, Hashable, CaseIterable {
  /// People trapped in a lift (电梯困人).
  case liftEntrapment = "lift-entrapment"
  /// Gas leak or failure (燃气).
  case gas
  /// Fire (消防).
  case fire
  /// Burst pipe or loss of water (供水).
  case water
}
