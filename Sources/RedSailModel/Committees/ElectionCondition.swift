/// A condition of an election's step that fails.
public enum ElectionCondition: BilingualText, ProcessCondition {
  /// A candidate of this key is on the slate already.
  case candidateTwice(String)
  /// A proposal brings decisions along.
  case candidateDecided(String)
  /// The slate has no such candidate.
  case unknownCandidate(String)
  /// Whoever proposed a candidate does not vet them.
  case proposerVets(candidate: String, proposer: String)
  /// Whoever decided does not review the decision.
  case deciderReviews(candidate: String, decider: String)
  /// A decision has a reason.
  case reasonMissing
  /// The candidate has a decision; a further one is a review.
  case decidedBefore(candidate: String)
  /// A review follows a decision.
  case notDecided(candidate: String)
  /// Every candidate has a decision before the ballot opens.
  case undecided(candidates: [String])
  /// A rule of the law is not met: too few candidates for a lawful committee.
  case rule(RuleBreach)
  /// The result is of other candidates than the slate's approved ones.
  case otherCandidates(unknown: [String], missing: [String])
  /// The result is of another number of seats.
  case otherSeats(expected: Int, came: Int)
  /// A tie is decided among the tied candidates, for the seats that are left.
  case tie(tied: [String], seats: Int, came: [String])
  /// The result is not valid.
  case invalidResult([RuleBreach])
  /// A valid result stays.
  case validResult
  /// The event lies before the one before it.
  case beforeLast(day: CivilDate, last: CivilDate)

  /// What was expected and what came.
  public var english: String {
    switch self {
    case .candidateTwice(let key): "candidate \(key) is on the slate already"
    case .candidateDecided(let key): "candidate \(key) is proposed without decisions; VET comes after"
    case .unknownCandidate(let key): "the slate has no candidate \(key)"
    case .proposerVets(let candidate, let proposer):
      "\(proposer) proposed candidate \(candidate); another organisation vets"
    case .deciderReviews(let candidate, let decider):
      "\(decider) decided on candidate \(candidate); another reviews"
    case .reasonMissing: "a reason is required"
    case .decidedBefore(let candidate): "candidate \(candidate) has a decision; REVIEW it"
    case .notDecided(let candidate): "candidate \(candidate) has no decision yet; VET first"
    case .undecided(let candidates): "every candidate needs a decision; without one: \(list(candidates))"
    case .rule(let breach): breach.english
    case .otherCandidates(let unknown, let missing):
      "the result must be of the approved candidates; not on the slate: \(list(unknown)); missing: \(list(missing))"
    case .otherSeats(let expected, let came): "the election is for \(expected) seats, the result for \(came)"
    case .tie(let tied, let seats, let came):
      "expected \(seats) of the tied candidates \(list(tied)), came \(list(came))"
    case .invalidResult(let breaches):
      "only a valid result makes a committee; \(breaches.map(\.english).joined(separator: "; "))"
    case .validResult: "the result is valid and stays"
    case .beforeLast(let day, let last): "\(day) lies before the election's last event on \(last)"
    }
  }

  /// The same in Chinese.
  public var chinese: String {
    switch self {
    case .candidateTwice(let key): "候选人“\(key)”已在名单中"
    case .candidateDecided(let key): "推荐候选人“\(key)”时不应带有审核意见"
    case .unknownCandidate(let key): "名单中没有候选人“\(key)”"
    case .proposerVets(let candidate, _): "候选人“\(candidate)”的推荐单位不得审核该候选人"
    case .deciderReviews(let candidate, _): "候选人“\(candidate)”的审核人不得复核本人的意见"
    case .reasonMissing: "须说明理由"
    case .decidedBefore(let candidate): "候选人“\(candidate)”已有审核意见，请用复核"
    case .notDecided(let candidate): "候选人“\(candidate)”尚无审核意见，请先审核"
    case .undecided(let candidates): "投票前每名候选人均须有审核意见，尚缺：\(candidates.joined(separator: "、"))"
    case .rule(let breach): breach.chinese
    case .otherCandidates: "计票结果的候选人与审核通过的名单不一致"
    case .otherSeats(let expected, let came): "应选\(expected)席，计票结果为\(came)席"
    case .tie(let tied, let seats, _):
      tied.isEmpty ? "没有同票候选人" : "应在同票候选人\(tied.joined(separator: "、"))中确定\(seats)人"
    case .invalidResult(let breaches):
      "选举结果无效，不能产生业委会：\(breaches.map(\.chinese).joined(separator: "；"))"
    case .validResult: "选举结果有效，不能取消"
    case .beforeLast(let day, let last): "\(day)早于本次选举的上一事件日\(last)"
    }
  }

  private func list(_ names: [String]) -> String { names.isEmpty ? "none" : names.joined(separator: ", ") }
}
