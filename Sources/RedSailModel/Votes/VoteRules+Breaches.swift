extension VoteRules {
  /// The threshold that too small a participation misses, with what came; nil where it is reached.
  public func participationBreach(_ participation: DoubleShare) -> RuleBreach? {
    breach(self.participation, of: participation, english: "participation must reach", chinese: "参与表决比例须达到") {
      $0.reaches($1)
    }
  }

  /// The threshold of a majority that is missed among those who took part, with what came; nil where it is there.
  public func majorityBreach(_ approval: DoubleShare, _ majority: VoteMajority) -> RuleBreach? {
    switch majority {
    case .ordinary:
      breach(ordinary, of: approval, english: "the votes for must exceed", chinese: "同意比例须超过") { $0.exceeds($1) }
    case .special:
      breach(special, of: approval, english: "the votes for must reach", chinese: "同意比例须达到") { $0.reaches($1) }
    }
  }

  private func breach(
    _ rule: RuleValue,
    of shares: DoubleShare,
    english: String,
    chinese: String,
    isMet: (Share, Fraction) -> Bool
  ) -> RuleBreach? {
    let measures = [
      (share: shares.area, english: "area \(shares.area)", chinese: "专有部分面积\(shares.area)"),
      (share: shares.heads, english: "heads \(shares.heads)", chinese: "人数\(shares.heads)"),
    ]
    let missed = measures.filter { !isMet($0.share, rule.fraction) }
    guard !missed.isEmpty else { return nil }
    let came = missed.map(\.english).joined(separator: ", ")
    return RuleBreach(
      rule,
      came: came,
      english: "\(english) \(rule.quantity) of area and of heads, came \(came)",
      chinese: "\(chinese)\(rule.quantity)，实为\(missed.map(\.chinese).joined(separator: "、"))"
    )
  }
}
