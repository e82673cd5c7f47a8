internal import RedSailClient
internal import RedSailModel

extension DemonstrationPlayer {
  /// Service areas, and who governs them.
  func playGovernance() async throws {
    try await records("service areas 物业服务区域", plan.compoundCount) { plan.serviceArea($0) }
    let counted = plan.electedCompounds.prefix(plan.ballotCount)
    try await stage("units 房屋", counted.count) { index in
      let compound = counted[index]
      try await create(plan.building(compound))
      for number in 0..<CityPlan.unitsPerBuilding { try await create(plan.unit(compound, number)) }
    }
    try await records("community committees 环物委", plan.communityCount) { plan.communityCommittee($0) }
    try await stage("serving committees 在任业委会", plan.compoundCount) { index in
      if let earlier = plan.earlierCommittee(index) { try await create(earlier) }
      if let appointed = plan.appointedCommittee(index) { try await create(appointed) }
    }
    try await stage("elections 业委会选举", plan.electedCompounds.count) { index in
      try await playElection(plan.electedCompounds[index], countsBallots: index < counted.count)
    }
  }

  private func playElection(_ compound: Int, countsBallots: Bool) async throws {
    let committees = CommitteeServiceClient(redsail.channel)
    let election = try await create(plan.election(compound)).name
    let counted = plan.countDay(compound)
    for number in 0..<plan.candidateCount(compound) {
      let candidate = try await create(plan.candidate(compound, number)).name
      let community = plan.community(ofCompound: compound)
      let vetted = try await committees.vetCandidate(
        step(1, on: candidate, at: CityPlan.morning(counted.advanced(byDays: -30))) {
          $0.decision = .approved
          $0.reason = "符合条件"
          $0.organisation = plan.communityOrganisation(community)
          $0.actor = CityPlan.person("jining-secretary-\(community + 1)", "社区党组织书记")
        }
      )
      try acknowledge(vetted.name, vetted.etag)
    }
    let opened = try await committees.openElectionBallot(
      step(1, on: election, at: CityPlan.morning(counted.advanced(byDays: -7))) {
        $0.ballotDate = CityPlan.calendarDate(counted.advanced(byDays: -7))
      }
    )
    try acknowledge(opened.name, opened.etag)
    let evening = counted.start.advanced(bySeconds: 18 * 3_600)
    let result =
      if countsBallots {
        try await committees.countElectionBallots(
          step(2, on: election, at: evening) {
            $0.countDate = CityPlan.calendarDate(counted)
            $0.ballots = plan.ballots(compound)
          }
        )
      } else {
        try await committees.recordElectionResult(
          step(2, on: election, at: evening) {
            $0.countDate = CityPlan.calendarDate(counted)
            $0.result = plan.paperResult(compound)
            $0.candidateResults = plan.paperCandidates(compound)
            $0.partyMemberCount = Int32(plan.partySeats(compound))
          }
        )
      }
    try acknowledge(result.name, result.etag)
    let begins = plan.termBegin(compound)
    let filed = try await committees.fileElection(
      step(3, on: election, at: CityPlan.morning(begins)) {
        $0.termFrom = CityPlan.calendarDate(begins)
        $0.committeeID = "committee-\(compound + 1)"
        $0.displayName = plan.compoundName(compound) + "业主委员会"
        $0.chair = plan.candidateName(compound, 0)
      }
    )
    try acknowledge(filed.name, filed.etag)
    let committee = try await committees.fileCommittee(
      step(1, on: plan.committee(compound), at: CityPlan.morning(begins.advanced(byDays: 12))) {
        $0.filingDate = CityPlan.calendarDate(begins.advanced(byDays: 12))
        $0.filingNumber = "JN-YWH-\(compound + 1)"
      }
    )
    try acknowledge(committee.name, committee.etag)
  }
}
