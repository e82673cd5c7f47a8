internal import RedSailClient
internal import RedSailModel

extension DemonstrationPlayer {
  /// The article's other city.
  func playRizhao() async throws {
    let city = RizhaoPlan.code
    let created = try await DivisionServiceClient(redsail.channel).createCity(rizhao.createCity())
    try acknowledge(created.name, created.etag)
    // Parents first, one after the other.
    for index in RizhaoPlan.divisions.indices { try await create(rizhao.division(index), in: city) }
    try await records("日照: firms", rizhao.creditCodes.count, in: city) { rizhao.firm(record: $0) }
    try await records("日照: compounds", rizhao.compoundCount, in: city) { rizhao.compound(record: $0) }
    try await records("日照: projects", rizhao.compoundCount, in: city) { rizhao.project($0) }
    try await records("日照: firms' branches", rizhao.creditCodes.count, in: city) { rizhao.organisation(ofFirm: $0) }
    try await records("日照: communities", RizhaoPlan.communityCount, in: city) { rizhao.organisation(ofCommunity: $0) }
    try await records("日照: compounds' branches", rizhao.compoundCount, in: city) { rizhao.branch(ofCompound: $0) }
    try await records("日照: committees", rizhao.compoundCount, in: city) { rizhao.committee(record: $0) }
    try await records("日照: appointments 交叉任职", rizhao.appointmentCount, in: city) { rizhao.appointment($0) }
    try await playRedBackbones()
    try await create(rizhao.takeover(), in: city)
    try await records("日照: 港烟小区", rizhao.surveyCount, in: city) { rizhao.survey($0) }
    try await create(rizhao.honour(), in: city)
    try await records("日照: documents 四个文件", rizhao.documentCount, in: city) { rizhao.document($0) }
    for index in 0..<2 { try await create(rizhao.dutyList(index), in: city) }
    try await records("日照: meetings 季度联席会议", rizhao.eventCount, in: city) { rizhao.event($0) }
  }

  private func playRedBackbones() async throws {
    let members = MemberServiceClient(redsail.channel)
    try await stage("日照: red backbones 红色骨干", rizhao.activistCount + rizhao.backboneCount) { index in
      let member = try await create(rizhao.member(index), in: RizhaoPlan.code).name
      let day = rizhao.memberDay(index)
      let after =
        if index < rizhao.activistCount {
          try await members.advanceMember(
            step(1, on: member, at: CityPlan.morning(day)) {
              $0.stage = .activist
              $0.date = CityPlan.calendarDate(day)
            }
          )
        } else {
          try await members.recordMemberBackbone(
            step(1, on: member, at: CityPlan.morning(day)) { $0.date = CityPlan.calendarDate(day) }
          )
        }
      try acknowledge(after.name, after.etag)
    }
  }
}
