internal import ProtobufRuntime
internal import RPCCore
internal import RedSailAPI
internal import RedSailModel
internal import RedSailStore

/// The vetting of a candidate (审核把关). No error says who the person is or what was decided of them beyond the state.
extension Candidate {
  /// The actions on a candidate, and the decisions that allow them.
  enum Action: String, StateAction {
    case vet
    case reviewVetting = "review_vetting"
    case withdraw

    var allowedStates: [Candidate.Vetting] {
      switch self {
      case .vet: [.pending]
      case .reviewVetting: [.approved, .rejected]
      case .withdraw: [.pending, .approved, .rejected]
      }
    }
  }

  /// The candidate with the decision of a party organisation.
  func vetted(_ request: VetCandidateRequest, at moment: EventMoment, in snapshot: any StoreSnapshot) throws
    -> Candidate
  {
    let election = try checkElection(.vetCandidate, in: snapshot)
    try Action.vet.check(vetting, of: name)
    try check(request.actor, isNot: [(proposer, "proposer"), (person, "candidate")])
    try checkOrganisation(request.organisation, of: election, on: moment.event.unixTime.civilDate, in: snapshot)
    var vetted = self
    vetted.vetting = request.decision
    vetted.vettingReason = request.reason
    vetted.vettingOrganisation = request.organisation
    vetted.vettingTime = Timestamp(moment.event)
    vetted.vetter = request.actor
    return vetted
  }

  /// The candidate with the decision of a review.
  func reviewed(_ request: ReviewCandidateVettingRequest, at moment: EventMoment, in snapshot: any StoreSnapshot) throws
    -> Candidate
  {
    _ = try checkElection(.vetCandidate, in: snapshot)
    try Action.reviewVetting.check(vetting, of: name)
    try check(request.actor, isNot: [(proposer, "proposer"), (person, "candidate"), (vetter, "vetter")])
    var reviewed = self
    reviewed.vetting = request.decision
    reviewed.vettingReason = request.reason
    reviewed.vettingTime = Timestamp(moment.event)
    reviewed.reviewed = true
    reviewed.reviewer = request.actor
    return reviewed
  }

  /// The candidate after withdrawing.
  func withdrawn(_ request: WithdrawCandidateRequest, in snapshot: any StoreSnapshot) throws -> Candidate {
    _ = try checkElection(.withdrawCandidate, in: snapshot)
    try Action.withdraw.check(vetting, of: name)
    var withdrawn = self
    withdrawn.vetting = .withdrawn
    withdrawn.withdrawalReason = request.reason
    return withdrawn
  }

  private func checkElection(_ action: Election.Action, in snapshot: any StoreSnapshot) throws -> Election {
    let election = try snapshot.live(Election.self, named: election).resource
    try action.check(election.state, of: election.name)
    return election
  }

  private func check(_ actor: PersonReference?, isNot others: [(person: PersonReference?, part: String)]) throws {
    guard let other = others.first(where: { $0.person != nil && $0.person?.reference == actor?.reference }) else {
      return
    }
    throw Failure.samePerson(
      field: "actor",
      LocalizedText("actor: the \(other.part) of '\(name)' does not decide on it", "提名人、候选人本人和原审核人不得审核该候选人")
    )
  }

  /// The organisation is the street's or the community's in which the election takes place.
  private func checkOrganisation(
    _ name: String,
    of election: Election,
    on day: CivilDate,
    in snapshot: any StoreSnapshot
  ) throws {
    let organisation = try snapshot.referred(PartyOrganisation.self, named: name, field: "organisation").resource
    guard organisation.sphere == .community || organisation.sphere == .street,
      try snapshot.isDivision(election.division, within: organisation.division)
    else {
      throw Failure.field(
        "organisation",
        .invalidField,
        LocalizedText(
          "expected the party organisation of the street or community of '\(election.division)', came '\(name)'",
          "审核党组织应为选举所在街道或社区党组织"
        )
      )
    }
    let period = Period(organisation.validFrom, organisation.validTo)
    guard DatePeriod(from: period.from, to: period.to).contains(day) else {
      throw Failure.periodOutside(field: "organisation", of: name, period: period.description)
    }
  }
}
