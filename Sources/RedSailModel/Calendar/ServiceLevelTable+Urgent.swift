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

extension ServiceLevelTable {
  /// The table to start from: the urgent categories in two clock hours everywhere, the rest at the standard level.
  ///
  /// Two hours is our choice, not a statute's; a city sets its own by adding lines.
  public static let initial = ServiceLevelTable(
    UrgentCategory.allCases.map {
      Entry(
        category: $0.rawValue,
        division: nil,
        validFrom: CivilDate(unchecked: 2024, 1, 1),
        level: .clockHours(2)
      )
    }
  )
}
