internal import RedSailAPI
internal import RedSailModel

/// How many sat in an owners' committee, since when: a report of a past day counts what held then.
extension Committee {
  /// Begins a composition on the day of a change; one that would begin no later than the last takes its place.
  mutating func beginComposition(on day: CivilDate) {
    guard let last = compositions.last?.validFrom?.civilDate, day > last else { return }
    compositions.append(.with { $0.validFrom = CalendarDate(day) })
  }

  /// Puts the last composition right with what the committee is now, and judges all of them by the rules of its election.
  mutating func deriveCompositions(_ rules: CommitteeRules) {
    guard kind == .owners, memberCount > 0 else {
      compositions = []
      return
    }
    if compositions.isEmpty { compositions = [Composition()] }
    compositions[0].validFrom = validFrom
    compositions[compositions.count - 1].memberCount = Int32(memberCount)
    compositions[compositions.count - 1].partyMemberCount = partyMemberCount
    var end = validTo
    for index in compositions.indices.reversed() {
      let counts = (Int(compositions[index].partyMemberCount), of: Int(compositions[index].memberCount))
      compositions[index].validTo = end
      compositions[index].partyPercent = Int32(counts.0 * 100 / max(counts.of, 1))
      compositions[index].ratioBreached = rules.partyBreach(partyMembers: counts.0, members: counts.of) != nil
      let first = compositions[index].validFrom
      if let day = first?.civilDate, end?.civilDate.map({ day < $0 }) ?? true { end = first }
    }
  }
}
