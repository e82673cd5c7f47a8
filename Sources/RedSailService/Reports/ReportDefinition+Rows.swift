internal import RedSailAPI
internal import RedSailModel
internal import RedSailStore

extension ReportDefinition {
  /// Counts the figures; those of `keys` only, where given.
  func tally(_ reading: ReportReading, keys: Set<String>? = nil) throws -> ReportTally {
    var tally = ReportTally()
    for source in sources where keys.map({ keys in source.figures.contains { keys.contains($0.key) } }) ?? true {
      try source.count(reading, into: &tally)
    }
    return tally
  }

  /// Computes the rows, for callers with these roles; nil: all.
  func rows(_ reading: ReportReading, for roles: Set<Role>?) throws -> [Report.Row] {
    let question = reading.question
    let tally = try tally(reading)
    let hidden = try HiddenFigures(self, reading, for: roles)
    let names = try reading.divisionNames()
    var rows: [Report.Row] = []
    for (index, period) in question.periods.enumerated() {
      var whole: [Report.Figure] = []
      var parts = [[Report.Figure]](repeating: [], count: reading.parts.count)
      for figure in figures {
        func message(_ rate: RateFigure, _ division: String) -> Report.Figure {
          figure.message(rate, isHidden: hidden.contains(figure.key, division: division, period: index))
        }
        whole.append(message(tally.whole(figure.key, parts: reading.parts, period: index), question.division))
        for (part, division) in reading.parts.enumerated() {
          parts[part].append(message(tally.figure(figure.key, part: division, period: index), division))
        }
      }
      rows.append(row(question.division, period, whole, names, question.city))
      for (part, figures) in zip(reading.parts, parts) { rows.append(row(part, period, figures, names, question.city)) }
    }
    return rows
  }

  private func row(
    _ division: String,
    _ period: ReportPeriod,
    _ figures: [Report.Figure],
    _ names: [String: String],
    _ city: String
  ) -> Report.Row {
    .with {
      $0.division = ResourceType.division.name(city: city, id: division)
      $0.divisionDisplayName = names[division] ?? ""
      $0.periodFrom = CalendarDate(period.from)
      $0.periodTo = CalendarDate(period.to)
      $0.figures = figures
    }
  }
}

extension ReportReading {
  /// The names of the divisions that have rows, by code.
  fileprivate func divisionNames() throws -> [String: String] {
    let codes = [question.division] + parts
    let names = codes.map { ResourceType.division.name(city: question.city, id: $0) }
    var found: [String: String] = [:]
    for (code, record) in zip(codes, try snapshot.records(Division.recordKind, named: names)) {
      if let record { found[code] = try StoredRecord<Division>(record).resource.displayName }
    }
    return found
  }
}

extension ReportFigure {
  /// The figure as callers see it.
  func message(_ rate: RateFigure, isHidden: Bool) -> Report.Figure {
    .with {
      $0.key = key
      guard !isHidden else {
        $0.suppressed = true
        return
      }
      $0.numerator = Int64(rate.numerator)
      $0.denominator = Int64(rate.denominator)
      $0.value = isShare ? rate.perTenThousand.map { Double($0) / 100 } : Double(rate.numerator)
      $0.backfilledCount = Int64(rate.backfilled)
      $0.exclusions = rate.exclusions.sorted { $0.key < $1.key }.map { reason, count in
        .with {
          $0.reason = reason
          $0.count = Int64(count)
          $0.localizedReason = ReportExclusions.names[reason] ?? ""
        }
      }
    }
  }
}
