internal import RedSailAPI

/// A report: what it is called, where its figures come from, and which records it points at.
struct ReportDefinition: Sendable {
  /// The last part of its name.
  let key: String
  let name: LocalizedText
  let sources: [any ReportSource]
  let findings: [FindingSource]

  init(_ key: String, _ name: LocalizedText, _ sources: [any ReportSource], findings: [FindingSource] = []) {
    self.key = key
    self.name = name
    self.sources = sources
    self.findings = findings
  }

  /// The figures in order.
  var figures: [ReportFigure] { sources.flatMap(\.figures) }

  /// The report without rows.
  func header(city: String) -> Report {
    .with {
      $0.name = "cities/\(city)/reports/\(key)"
      $0.displayName = name.english
      $0.localizedName = name.chinese
      $0.figures = figures.map(\.info)
      $0.hasFindings = !findings.isEmpty
    }
  }
}
