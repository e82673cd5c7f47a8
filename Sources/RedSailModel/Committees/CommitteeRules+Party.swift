extension CommitteeRules {
  /// The warning about a slate that cannot reach the least share of party members, whoever is elected from it; nil where
  /// it can. Policy: it warns, and the ballot may open.
  ///
  /// - Parameters:
  ///   - partyMembers: The party members among the approved candidates.
  ///   - seats: The seats to fill.
  public func slateWarning(partyMembers: Int, seats: Int) -> RuleBreach? {
    let best = min(partyMembers, seats)
    guard !partyRatio.isReached(partyMembers: best, of: seats) else { return nil }
    let least = partyRatio.leastMembers(of: seats)
    return RuleBreach(
      minimumPartyPercent,
      came: best,
      english: "\(seats) seats need at least \(least) party members, and the slate has \(partyMembers)",
      chinese: "\(seats)席至少应有党员\(least)人，候选人中党员仅\(partyMembers)人"
    )
  }

  /// The breach that a committee below the least share of party members opens; nil where it reaches the share. The
  /// election stays valid.
  public func partyBreach(partyMembers: Int, members: Int) -> RuleBreach? {
    guard !partyRatio.isReached(partyMembers: partyMembers, of: members) else { return nil }
    let least = partyRatio.leastMembers(of: members)
    return RuleBreach(
      minimumPartyPercent,
      came: partyMembers,
      english: "\(members) members need at least \(least) party members, came \(partyMembers)",
      chinese: "\(members)名委员中党员至少应有\(least)人，现为\(partyMembers)人"
    )
  }
}
