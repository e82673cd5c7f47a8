internal import RedSailClient
internal import RedSailModel

extension DemonstrationPlayer {
  /// The party in communities, compounds and grids.
  func playBranches() async throws {
    try await records("community party organisations 社区党组织", plan.communityCount) {
      plan.planCommunityOrganisation($0)
    }
    try await records("compound branches 小区党支部", plan.branchCompounds.count) {
      plan.planCompoundBranch(plan.branchCompounds[$0])
    }
    try await records("grid branches 网格党支部", plan.gridBranchCount) { plan.planGridBranch($0) }
  }

  /// Key posts, those on the way into the party, and who serves where.
  func playPeople() async throws {
    try await records("key posts 关键岗位", plan.projectCount) { plan.planKeyPost($0) }
    let members = MemberServiceClient(redsail.channel)
    try await stage("member pipeline 党员发展", plan.pipelineCount) { index in
      let member = try await create(plan.planMember(index)).name
      for stage in 1..<(plan.stages(ofMember: index) + 1) where stage <= 3 {
        let day = plan.stageDay(ofMember: index, stage)
        let advanced = try await members.advanceMember(
          step(stage, on: member, at: CityPlan.morning(day)) {
            $0.stage = .init(rawValue: Int32(stage + 1))
            $0.date = CityPlan.calendarDate(day)
          }
        )
        try acknowledge(advanced.name, advanced.etag)
      }
    }
    try await records("cross appointments 交叉任职", plan.appointmentCount) { plan.planAppointment($0) }
  }
}
