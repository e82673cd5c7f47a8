internal import RedSailClient

extension DemonstrationPlayer {
  func playDivisions() async throws {
    let divisions = DivisionServiceClient(redsail.channel)
    let city = try await divisions.createCity(plan.createCity())
    try acknowledge(city.name, city.etag)
    let root = try await divisions.createDivision(plan.createRoot())
    try acknowledge(root.name, root.etag)
    // Parents first.
    try await stageOfDivisions("counties 县区", County.all.count) { plan.createCounty($0) }
    try await stageOfDivisions("streets 街道", plan.streetCount) { plan.createStreet($0) }
    try await stageOfDivisions("communities 社区", plan.communityCount) { plan.createCommunity($0) }
    try await stage("grids 网格", plan.gridCount) { index in
      let grid = try await divisions.createGrid(plan.createGrid(index))
      try acknowledge(grid.name, grid.etag)
    }
  }

  private func stageOfDivisions(
    _ name: String,
    _ count: Int,
    _ request: @escaping @Sendable (Int) -> CreateDivisionRequest
  ) async throws {
    try await stage(name, count) { index in
      let division = try await DivisionServiceClient(redsail.channel).createDivision(request(index))
      try acknowledge(division.name, division.etag)
    }
  }

  func playFirms() async throws {
    try await stage("firms 物业服务企业", plan.firmCount) { index in
      let firm = try await FirmServiceClient(redsail.channel).createFirm(plan.createFirm(index))
      try acknowledge(firm.name, firm.etag)
    }
  }

  func playParty() async throws {
    let party = PartyServiceClient(redsail.channel)
    for index in 0...County.all.count {
      let committee = try await party.createPartyOrganisation(plan.createIndustryCommittee(index))
      try acknowledge(committee.name, committee.etag)
    }
    try await stage("party organisations 党组织", plan.organisedFirmCount) { index in
      let organisation = try await party.createPartyOrganisation(plan.createFirmOrganisation(index))
      try acknowledge(organisation.name, organisation.etag)
    }
    try await stage("instructors 党建指导员", plan.instructedFirmCount) { index in
      let assignment = try await party.createInstructorAssignment(plan.createInstructorAssignment(index))
      try acknowledge(assignment.name, assignment.etag)
    }
  }

  func playProjects() async throws {
    try await stage("compounds 小区", plan.compoundCount) { index in
      let compound = try await CompoundServiceClient(redsail.channel).createCompound(plan.createCompound(index))
      try acknowledge(compound.name, compound.etag)
    }
    try await stage("projects 项目", plan.projectCount) { index in
      let project = try await ProjectServiceClient(redsail.channel).createProject(plan.createProject(index))
      try acknowledge(project.name, project.etag)
    }
  }

  func playReceptionDays() async throws {
    let receptionDays = ReceptionDayServiceClient(redsail.channel)
    try await stage("reception days 项目经理接待日", plan.receptionDayCount) { index in
      let planned = try await receptionDays.createReceptionDay(plan.createReceptionDay(index))
      try acknowledge(planned.name, planned.etag)
      if plan.isHeld(index) {
        let held = try await receptionDays.holdReceptionDay(plan.holdReceptionDay(index))
        try acknowledge(held.name, held.etag)
      } else if plan.isCancelled(index) {
        let cancelled = try await receptionDays.cancelReceptionDay(plan.cancelReceptionDay(index))
        try acknowledge(cancelled.name, cancelled.etag)
      }
    }
  }
}
