internal import RedSailAPI
internal import RedSailModel
internal import RedSailStore

/// Checks of requests for reports; each notes what it finds.
extension Violations {
  /// The city and the report of a name.
  mutating func report(_ name: String) -> (city: String, report: ReportDefinition?)? {
    guard !name.isEmpty else {
      missing("name")
      return nil
    }
    let parts = name.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 4, parts[2] == "reports", !parts[3].isEmpty,
      let city = ResourceType.city.parse("\(parts[0])/\(parts[1])")?.city
    else {
      add(
        "name",
        .invalidName,
        LocalizedText(
          "expected cities/{city}/reports/{report}, came '\(name)'",
          "资源名应为 cities/{city}/reports/{report}，实为“\(name)”"
        )
      )
      return nil
    }
    return (city, ReportCatalogue.report(String(parts[3])))
  }

  /// How many days ahead.
  mutating func daysAhead(_ days: Int32) -> Int {
    guard days != 0 else { return ReportQuestion.defaultDaysAhead }
    number(Int64(days), "days_ahead", in: 1...3_650)
    return Int(days)
  }

  /// A level whose divisions get rows.
  mutating func reportLevel(_ level: Division.Level) -> Division.Level? {
    value(level, "by_level")
    return level == .unspecified ? nil : level
  }

  /// A revision.
  mutating func revision(_ revision: Int64) -> Revision? {
    number(revision, "revision", in: 0...Int64.max)
    return revision == 0 ? nil : revision
  }
}
