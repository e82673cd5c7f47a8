extension PublishedFigure {
  /// Firms with a party organisation of their own.
  public static let firmsWithOrganisation = PublishedFigure(
    row: 2,
    key: "firms_with_party_organisation",
    quote: "464家物业服务企业建立起了党组织",
    published: 464,
    rounding: .exact
  )

  /// Firms without one that have an instructor.
  public static let firmsWithInstructor = PublishedFigure(
    row: 3,
    key: "firms_with_instructor",
    quote: "105家物业服务企业，由街道社区全部选派党建指导员",
    published: 105,
    rounding: .exact
  )

  /// Firms reached in one way or the other: the sum of the two, which is every firm.
  public static let firmsCovered = PublishedFigure(
    row: 3,
    key: "firms_covered",
    quote: "464家＋105家",
    published: 569,
    rounding: .exact
  )

  /// Stations (红帆驿站).
  public static let stations = PublishedFigure(
    row: 6,
    key: "stations",
    quote: "建立“红帆驿站”1664个",
    published: 1_664,
    rounding: .exact
  )

  /// Reception days held since 1 January of the previous year.
  public static let receptionDays = PublishedFigure(
    row: 12,
    key: "reception_days",
    quote: "累计开展项目经理接待日活动1200余次",
    published: 1_200,
    rounding: .andMore(unit: 100)
  )

  /// Demands raised at events in that time.
  public static let demands = PublishedFigure(
    row: 12,
    key: "demands",
    quote: "收集物业管理方面民意诉求5.1万件",
    published: 51_000,
    rounding: .nearest(unit: 1_000)
  )

  /// Those of them that are resolved.
  public static let demandsResolved = PublishedFigure(
    row: 12,
    key: "demands_resolved",
    quote: "其中已解决4.9万件",
    published: 49_000,
    rounding: .nearest(unit: 1_000)
  )

  /// The share of demands resolved in thousandths, as the two published figures give it: 961 (96.1 %).
  public static let resolvedPerMille =
    Rate(numerator: demandsResolved.published, denominator: demands.published).perMille ?? 0

  /// The thousandths that the two published intervals leave room for, at a scale.
  public static func resolvedPerMilleInterval(at scale: DemonstrationScale = .whole) -> ClosedRange<Int> {
    let resolved = demandsResolved.interval(at: scale)
    let all = demands.interval(at: scale)
    let low = resolved.lowerBound * 1_000 / all.upperBound
    let high = (resolved.upperBound * 1_000 + all.lowerBound - 1) / all.lowerBound
    return low...max(low, min(1_000, high))
  }
}
