internal import RedSailClient
internal import RedSailModel

extension DemonstrationPlayer {
  /// Stations, venues, and the events beside the managers' reception days.
  func playStations() async throws {
    try await records("stations 红帆驿站", plan.stationCount) { plan.station($0) }
    try await records("venues 活动场所", plan.venueCount) { plan.venue($0) }
    try await records("bookings 场所预约", plan.bookingCount) { plan.booking($0) }
    try await records("station activities 驿站活动", plan.stationCount) { plan.stationActivity($0) }
    try await records("talks 恳谈会、民意“5”来听、议事会", plan.talkCount) { plan.talk($0) }
    try await records("quarterly meetings 季度联席会议", plan.quarterlyMeetingCount) { plan.quarterlyMeeting($0) }
    try await records("report-ins 到社区报到", plan.projectCount) { plan.reportIn($0) }
    try await records("visits 走访摸排", plan.visitCount) { plan.visit($0) }
  }

  /// What is decided and made public.
  func playPolicies() async throws {
    try await create(plan.tenMeasures())
    for index in 0..<2 { try await create(plan.dutyList(index)) }
    try await records("programmes 专项工作", CityPlan.programmes.count) { plan.programme($0) }
    try await records("disclosures 三公开", plan.disclosureCount) { plan.disclosure($0) }
    try await records("surveys 满意度测评", plan.compoundCount) { plan.survey($0) }
    try await records("hotline months 热线月报", CityPlan.hotlineMonths.count) { plan.hotlineTotal($0) }
    try await records("model compounds 示范样板小区", plan.modelCompoundCount) { plan.modelCompound($0) }
    try await records("benchmark firms 典型案例", plan.benchmarkFirmCount) { plan.benchmarkFirm($0) }
    try await records("benchmark projects 质量标杆", plan.benchmarkProjectCount) { plan.benchmarkProject($0) }
    try await records("designations 红色业委会、红色物业企业", plan.designationCount) { plan.designation($0) }
    try await create(plan.commendation())
    // Parents first.
    for index in IndicatorTemplate.article.indices { try await create(plan.indicator(index)) }
  }

  /// The tickets of the hotline, of visits and of the owners' mini program.
  func playOtherTickets() async throws {
    let tickets = redsail.city(CityPlan.code).tickets
    let total = plan.hotlineTicketCount + plan.mediationCount + plan.ownerTicketCount
    progress.begin("hotline, visits, mini program 热线、走访、小程序", total: total)
    let hotline = (0..<plan.hotlineTicketCount).lazy.map { plan.hotlineTicket($0) }
    let mediations = (0..<plan.mediationCount).lazy.map { plan.mediation($0) }
    let owners = (0..<plan.ownerTicketCount).lazy.map { plan.ownerTicket($0) }
    for requests in [Array(hotline), Array(mediations), Array(owners)] {
      for try await result in tickets.import(requests) {
        if let error = result.error { throw error }
        if let receipt = result.receipt { try acknowledge(receipt.name, receipt.etag) }
        progress.advance()
      }
    }
  }
}
