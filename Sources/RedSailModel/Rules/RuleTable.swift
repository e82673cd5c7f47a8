/// The rule parameters of a city: what it has loaded, over what ships.
public struct RuleTable: Sendable, Hashable {
  /// What a table without loaded lines says.
  public static let shipped = RuleTable(unchecked: [])

  /// The loaded lines, by parameter.
  private let loaded: [RuleParameter: [RuleValue]]

  /// Makes a table of loaded lines.
  ///
  /// - Throws: ``RuleValueError/overlap(_:division:existing:new:)`` where two lines of one parameter and division hold
  ///   on a common day.
  public init(_ loaded: [RuleValue]) throws(RuleValueError) {
    for (index, value) in loaded.enumerated() {
      try Self.checkOverlap(of: value, with: loaded[..<index])
    }
    self.init(unchecked: loaded)
  }

  /// Makes a table of lines that were checked when they were loaded. Where two hold on a common day all the same, the
  /// one that began last does.
  public init(unchecked loaded: [RuleValue]) {
    self.loaded = Dictionary(grouping: loaded, by: \.parameter)
  }

  /// Checks that a line has no day in common with the other lines of its parameter and division.
  ///
  /// - Parameters:
  ///   - value: The line to add.
  ///   - others: The lines that stay; those of other parameters and divisions do not matter.
  public static func checkOverlap(
    of value: RuleValue,
    with others: some Sequence<RuleValue>
  ) throws(RuleValueError) {
    for other in others
    where other.parameter == value.parameter && other.division == value.division && other.period.overlaps(value.period)
    {
      throw .overlap(value.parameter, division: value.division, existing: other.period, new: value.period)
    }
  }

  /// What a parameter is in a division on a day.
  ///
  /// The nearest division wins; there a loaded line before one that ships; then the line that began last. There is
  /// always a value: the national ones have no beginning.
  ///
  /// - Parameters:
  ///   - parameter: The parameter.
  ///   - divisions: The division and its explicit parents, nearest first, up to the city. The province is that of the
  ///     city's code, and comes after it; the country comes last.
  ///   - day: The day to judge.
  public func resolve(_ parameter: RuleParameter, divisions: [String], on day: CivilDate) -> RuleValue {
    let sources = [loaded[parameter], Self.regional[parameter]].compactMap(\.self)
    guard !sources.isEmpty else { return parameter.nationalValue }
    for division in Self.chain(divisions) {
      for lines in sources {
        let holding = lines.lazy.filter { $0.division == division && $0.period.contains(day) }
        if let last = holding.max(by: Self.beganEarlier) { return last }
      }
    }
    return parameter.nationalValue
  }

  private static let regional = Dictionary(grouping: RuleParameter.regionalValues, by: \.parameter)

  /// The divisions to ask, nearest first: those given, the city's province, the country.
  private static func chain(_ divisions: [String]) -> [String] {
    let province = divisions.last.flatMap { city -> String? in
      let digits = city.prefix(2)
      guard digits.count == 2, digits.allSatisfy(\.isASCIIDigit) else { return nil }
      return digits + "0000"
    }
    var chain = divisions
    for division in [province, RuleValue.nation] {
      if let division, !chain.contains(division) { chain.append(division) }
    }
    return chain
  }

  private static func beganEarlier(_ left: RuleValue, _ right: RuleValue) -> Bool {
    guard let rightStart = right.period.start else { return false }
    return left.period.start.map { $0 < rightStart } ?? true
  }
}
