extension PublishedFigure {
  /// Model compounds of three years (示范样板小区).
  public static let modelCompounds = PublishedFigure(
    row: 19,
    key: "model_compounds",
    quote: "连续三年创建评选了200个示范样板小区",
    published: 200,
    rounding: .exact
  )

  /// Firms in the province's first batch.
  public static let benchmarkFirms = PublishedFigure(
    row: 19,
    key: "benchmark_firms",
    quote: "4家物业企业…入选全省第一批品牌建设典型示范案例和“质量标杆”项目",
    published: 4,
    rounding: .exact
  )

  /// Projects in the province's first batch.
  public static let benchmarkProjects = PublishedFigure(
    row: 19,
    key: "benchmark_projects",
    quote: "12个物业项目入选全省第一批品牌建设典型示范案例和“质量标杆”项目",
    published: 12,
    rounding: .exact
  )

  /// The share of property calls in the hotline's calls in ten-thousandths: 1.58 %.
  public static let hotlinePerTenThousand = 158

  /// The least share of party members on committees elected or re-elected, in per cent; all of them reach it.
  public static let committeePartyPercent = 60
}
