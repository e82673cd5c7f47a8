internal import RedSailModel
internal import RedSailStore

/// Gives the values of figures of reports; one that a caller may not see, or that cannot be computed, is missing.
typealias IndicatorMeasure = @Sendable (any StoreSnapshot, IndicatorQuestion) throws -> [IndicatorTree.Figure: Double]

/// What the leaves of a tree ask of the reports.
struct IndicatorQuestion: Sendable {
  /// The figures wanted.
  let figures: Set<IndicatorTree.Figure>
  /// The code of the division; the whole city's is the city's own.
  let division: String
  /// The day as of which they are computed.
  let day: CivilDate
  /// Who asks.
  let caller: Caller
}
