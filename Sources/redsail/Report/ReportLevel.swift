internal import ArgumentParser
internal import RedSailClient

/// The levels that a report can be split by.
enum ReportLevel: String, ExpressibleByArgument, CaseIterable {
  case county
  case street
  case community

  var message: Division.Level {
    switch self {
    case .county: .county
    case .street: .street
    case .community: .community
    }
  }
}

/// The lengths of a report's periods.
enum ReportPeriodLength: String, ExpressibleByArgument, CaseIterable {
  case month
  case quarter
  case year

  var message: Report.PeriodKind {
    switch self {
    case .month: .month
    case .quarter: .quarter
    case .year: .year
    }
  }
}
