internal import RedSailClient
internal import RedSailModel

extension DemonstrationPlayer {
  /// Contracts, old compounds, subsidies and safety.
  func playWorks() async throws {
    try await playContracts()
    try await playOldCompounds()
    try await records("inspections 安全检查", plan.inspectionCount) { plan.inspection($0) }
    try await stage("hazards 安全隐患", plan.hazardCount) { try await playHazard($0) }
    try await records("charging facilities 充电设施", plan.chargingFacilityCount) { plan.chargingFacility($0) }
  }

  private func playContracts() async throws {
    let contracts = ContractServiceClient(redsail.channel)
    try await stage("contracts 物业服务合同", plan.projectCount) { index in
      let contract = try await create(plan.contract(index)).name
      let day = CityPlan.firstDay.advanced(byDays: 5)
      let filed = try await contracts.fileContract(
        step(1, on: contract, at: CityPlan.morning(day)) {
          $0.filingDate = CityPlan.calendarDate(day)
          $0.filingNumber = "JN-HT-\(index + 1)"
        }
      )
      try acknowledge(filed.name, filed.etag)
    }
  }

  private func playOldCompounds() async throws {
    try await stage("renovations, takeovers, subsidies 老旧小区", plan.renovationCount) { index in
      try await playRenovation(index)
      try await create(plan.takeover(index))
      try await playSubsidy(index)
    }
  }

  private func playRenovation(_ index: Int) async throws {
    let improvement = ImprovementServiceClient(redsail.channel)
    let renovation = try await create(plan.renovation(index)).name
    let days = [20, 40, 60, 240].map { CityPlan.firstDay.advanced(byDays: $0) }
    _ = try await improvement.decideManagementMode(
      step(1, on: renovation, at: CityPlan.morning(days[0])) {
        $0.mode = index % 4 == 0 ? .community : .firm
        $0.basis = "业主大会决议"
        $0.date = CityPlan.calendarDate(days[0])
      }
    )
    _ = try await improvement.approveRenovationProject(
      step(2, on: renovation, at: CityPlan.morning(days[1])) { $0.date = CityPlan.calendarDate(days[1]) }
    )
    _ = try await improvement.startRenovationProject(
      step(3, on: renovation, at: CityPlan.morning(days[2])) { $0.date = CityPlan.calendarDate(days[2]) }
    )
    let completed = try await improvement.completeRenovationProject(
      step(4, on: renovation, at: CityPlan.morning(days[3])) { $0.date = CityPlan.calendarDate(days[3]) }
    )
    try acknowledge(completed.name, completed.etag)
  }

  private func playSubsidy(_ index: Int) async throws {
    let improvement = ImprovementServiceClient(redsail.channel)
    let planned = plan.subsidy(index)
    let subsidy = try await create(planned).name
    let days = [280, 300].map { CityPlan.firstDay.advanced(byDays: $0) }
    let approved = try await improvement.approveSubsidy(
      step(1, on: subsidy, at: CityPlan.morning(days[0])) {
        $0.amountHundredths = planned.resource.appliedHundredths * 9 / 10
        $0.date = CityPlan.calendarDate(days[0])
        $0.actor = CityPlan.person("jining-approver-1", "财政审批人")
      }
    )
    let paid = try await improvement.paySubsidy(
      step(2, on: subsidy, at: CityPlan.morning(days[1])) {
        $0.amountHundredths = approved.approvedHundredths
        $0.date = CityPlan.calendarDate(days[1])
        $0.actor = CityPlan.person("jining-cashier-1", "财政拨付人")
      }
    )
    try acknowledge(paid.name, paid.etag)
  }

  private func playHazard(_ index: Int) async throws {
    let safety = SafetyServiceClient(redsail.channel)
    let hazard = try await create(plan.hazard(index)).name
    let found = plan.hazardDay(index)
    let days = [0, 6, 9].map { found.advanced(byDays: $0) }
    var last = try await safety.orderHazard(
      step(1, on: hazard, at: CityPlan.morning(days[0]).advanced(bySeconds: 7_200)) {
        $0.dueDate = CityPlan.calendarDate(found.advanced(byDays: 10))
      }
    )
    if plan.hazardSteps(index) > 1 {
      last = try await safety.remedyHazard(
        step(2, on: hazard, at: CityPlan.morning(days[1])) {
          $0.date = CityPlan.calendarDate(days[1])
          $0.remedy = "已拆除飞线，引导至充电棚"
          $0.actor = CityPlan.person("jining-engineer-\(index % 400 + 1)", "工程负责人")
        }
      )
    }
    if plan.hazardSteps(index) > 2 {
      last = try await safety.verifyHazard(
        step(3, on: hazard, at: CityPlan.morning(days[2])) {
          $0.date = CityPlan.calendarDate(days[2])
          $0.passed = true
          $0.actor = CityPlan.person("jining-verifier-\(index % 158 + 1)", "街道安全员")
        }
      )
    }
    try acknowledge(last.name, last.etag)
  }
}
