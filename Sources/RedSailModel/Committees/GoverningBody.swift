/// A body that can govern a compound, over the days it serves.
public struct GoverningBody: Sendable, Hashable {
  /// The body's resource name.
  public let name: String
  /// What it is.
  public let kind: GoverningBodyKind
  /// The days it serves.
  public let period: DatePeriod

  /// Makes a body.
  public init(name: String, kind: GoverningBodyKind, period: DatePeriod) {
    self.name = name
    self.kind = kind
    self.period = period
  }
}
