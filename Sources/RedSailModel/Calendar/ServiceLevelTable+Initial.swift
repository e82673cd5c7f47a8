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
