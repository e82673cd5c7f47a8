/// The reports there are: the one list to which a new report is added.
enum ReportCatalogue {
  static let all: [ReportDefinition] =
    party + compounds + committees + events + tickets + stations + safety + improvement + recognition + rules

  /// The report of a key.
  static func report(_ key: String) -> ReportDefinition? { byKey[key] }

  private static let byKey = Dictionary(all.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
}
