/// What stands behind one side of a vote.
public struct VoteWeight: Sendable, Hashable {
  /// Exclusive area in hundredths of m².
  public var area: Int64
  /// Owners.
  public var heads: Int64

  /// Makes a weight.
  public init(area: Int64 = 0, heads: Int64 = 0) {
    self.area = area
    self.heads = heads
  }

  /// Whether both numbers lie within those of two others.
  func isWithin(from least: VoteWeight, to most: VoteWeight) -> Bool {
    area >= least.area && area <= most.area && heads >= least.heads && heads <= most.heads
  }

  /// The weight as a share of another.
  public func share(of whole: VoteWeight) -> DoubleShare {
    DoubleShare(area: Share(area, of: whole.area), heads: Share(heads, of: whole.heads))
  }
}
