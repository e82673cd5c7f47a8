/// A figure of the article, with the numbers that may stand behind it.
public struct PublishedFigure: Sendable, Hashable {
  /// The row of the article's phrases that it belongs to, 1...33.
  public let row: Int
  /// A name for programs.
  public let key: String
  /// The article's words.
  public let quote: String
  /// The number as published.
  public let published: Int
  /// How it was rounded.
  public let rounding: FigureRounding

  /// Makes a figure.
  public init(row: Int, key: String, quote: String, published: Int, rounding: FigureRounding) {
    self.row = row
    self.key = key
    self.quote = quote
    self.published = published
    self.rounding = rounding
  }

  /// The numbers that may stand behind the figure, at a scale.
  public func interval(at scale: DemonstrationScale = .whole) -> ClosedRange<Int> {
    scale.interval(rounding.interval(of: published))
  }

  /// Whether a number computed from stored data agrees with the figure.
  public func agrees(with computed: Int, at scale: DemonstrationScale = .whole) -> Bool {
    interval(at: scale).contains(computed)
  }
}
