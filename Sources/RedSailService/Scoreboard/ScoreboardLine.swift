internal import RedSailModel

/// A figure of a row of the article, and the figure of a report that measures it.
struct ScoreboardLine: Sendable {
  /// The number of the article's row, 1 to 33.
  let row: Int
  let key: String
  let quote: String
  /// The report, and its figure.
  let report: String
  let figure: String
  /// What of that figure is meant.
  let value: Value
  let published: Published?
  /// Where the article tells of it.
  let place: Place
  /// What it is called; the report's name of the figure where nil.
  let name: LocalizedText?
  let unit: String?

  /// What of a report's figure is meant.
  enum Value: Sendable {
    /// What counts.
    case count
    /// All that it is counted among.
    case all
    /// The share in per cent, rounded to a number of decimals.
    case percent(decimals: Int)
  }

  /// What the article publishes.
  enum Published: Sendable {
    /// A count.
    case count(PublishedFigure)
    /// A share in ten-thousandths, with those that may stand behind it at a scale.
    case share(Int, @Sendable (DemonstrationScale) -> ClosedRange<Int>)
  }

  /// The two cities of the article, by their codes.
  enum Place: String, Sendable {
    /// 济宁
    case jining = "370800"
    /// 日照
    case rizhao = "371100"
  }

  /// A figure that the article gives no number for.
  init(
    _ row: Int,
    _ key: String,
    _ quote: String,
    _ report: String,
    _ figure: String? = nil,
    _ value: Value = .count,
    published: Published? = nil,
    in place: Place = .jining,
    name: LocalizedText? = nil,
    unit: String? = nil
  ) {
    self.row = row
    self.key = key
    self.quote = quote
    self.report = report
    self.figure = figure ?? key
    self.value = value
    self.published = published
    self.place = place
    self.name = name
    self.unit = unit
  }

  /// A count that the article publishes.
  init(
    _ published: PublishedFigure,
    _ report: String,
    _ figure: String? = nil,
    _ value: Value = .count,
    in place: Place = .jining,
    name: LocalizedText? = nil,
    unit: String? = nil
  ) {
    self.init(
      published.row,
      published.key,
      published.quote,
      report,
      figure ?? published.key,
      value,
      published: .count(published),
      in: place,
      name: name,
      unit: unit
    )
  }
}
