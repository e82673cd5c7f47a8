internal import RedSailAPI
internal import RedSailModel

/// Honours, programmes, policies, disclosures, satisfaction and the hotline's totals.
extension CityPlan {
  /// 200 model compounds over three years (连续三年创建评选了200个示范样板小区), then the province's first batch: 4 firms and
  /// 12 projects (质量标杆), then designations and the commendation.
  var modelCompoundCount: Int { min(compoundCount, scale.planned(200)) }
  var benchmarkFirmCount: Int { scale.planned(4) }
  var benchmarkProjectCount: Int { min(projectCount, scale.planned(12)) }
  var designationCount: Int { min(electedCompounds.count, scale.planned(80)) }

  func modelCompound(_ index: Int) -> PlannedRecord<Honour> {
    honour("model-compound-\(index + 1)", .modelCompound, compound(index), .city, year: 2_023 + index % 3, "示范样板小区") {
      $0.division = division(communityID(community(ofCompound: index)))
      $0.awardingBody = "济宁市住房和城乡建设局"
    }
  }

  func benchmarkFirm(_ index: Int) -> PlannedRecord<Honour> {
    honour("benchmark-firm-\(index + 1)", .qualityBenchmark, firm(index), .province, year: 2_025, "品牌建设典型示范案例") {
      $0.division = division(county(ofFirm: index).id)
      $0.batch = 1
      $0.awardingBody = "山东省住房和城乡建设厅"
    }
  }

  func benchmarkProject(_ index: Int) -> PlannedRecord<Honour> {
    honour("benchmark-project-\(index + 1)", .qualityBenchmark, project(index), .province, year: 2_025, "“质量标杆”项目") {
      $0.division = division(communityID(community(ofCompound: index)))
      $0.batch = 1
      $0.awardingBody = "山东省住房和城乡建设厅"
    }
  }

  /// Red owners' committees and red firms, by turns (红色业委会、红色物业企业).
  func designation(_ index: Int) -> PlannedRecord<Honour> {
    let compound = electedCompounds[index]
    let isCommittee = index.isMultiple(of: 2)
    return honour(
      "designation-\(index + 1)",
      isCommittee ? .redCommittee : .redFirm,
      isCommittee ? committee(compound) : firm(index % firmCount),
      .city,
      year: 2_025,
      isCommittee ? "红色业委会" : "红色物业企业"
    ) {
      $0.division = division(
        isCommittee ? communityID(community(ofCompound: compound)) : county(ofFirm: index % firmCount).id
      )
      $0.criteria = ["党的组织和工作全覆盖", "业主满意度高"]
      $0.awardingBody = "中共济宁市委组织部"
    }
  }

  /// 省住建厅点赞、全省推广.
  func commendation() -> PlannedRecord<Honour> {
    honour("commendation-province", .commendation, division("370800"), .province, year: 2_025, "“红色物业”工作经验全省推广") {
      $0.division = division("370800")
      $0.awardingBody = "山东省住房和城乡建设厅"
    }
  }

  private func honour(
    _ id: String,
    _ kind: Honour.Kind,
    _ subject: String,
    _ level: Honour.Level,
    year: Int,
    _ name: String,
    _ fill: (inout Honour) -> Void
  ) -> PlannedRecord<Honour> {
    PlannedRecord(id, at: Self.morning(Self.lastDay)) {
      $0.displayName = name
      $0.validFrom = Self.day(Int32(year), 12, 1)
      $0.kind = kind
      $0.subject = subject
      $0.level = level
      $0.year = Int32(year)
      fill(&$0)
    }
  }

  /// Theme years, the breakthrough project, and the livelihood project of three years running.
  static let programmes: [(id: String, kind: Programme.Kind, year: Int32, name: String)] = [
    ("standards-2024", .themeYear, 2_024, "物业行业标准建设年"), ("brand-2025", .themeYear, 2_025, "物业行业品牌提升年"),
    ("breakthrough-2025", .breakthroughProject, 2_025, "市委书记抓基层党建重点突破项目：红色物业"),
    ("livelihood-2023", .livelihoodProject, 2_023, "提升物业服务水平"),
    ("livelihood-2024", .livelihoodProject, 2_024, "提升物业服务水平"),
    ("livelihood-2025", .livelihoodProject, 2_025, "提升物业服务水平"),
  ]

  func programme(_ index: Int) -> PlannedRecord<Programme> {
    let entry = Self.programmes[index]
    return PlannedRecord(entry.id, at: Self.recordsBegin) {
      $0.division = division("370800")
      $0.displayName = entry.name
      $0.kind = entry.kind
      $0.year = entry.year
      $0.leadBody = entry.kind == .breakthroughProject ? "中共济宁市委组织部" : "济宁市住房和城乡建设局"
      $0.progressPercent = entry.year < 2_025 ? 100 : 90
    }
  }

  /// 《济宁市支持老旧小区改造十条措施》; the date and number are made up.
  func tenMeasures() -> PlannedRecord<PolicyDocument> {
    PlannedRecord("ten-measures", at: Self.recordsBegin) {
      $0.division = division("370800")
      $0.displayName = "济宁市支持老旧小区改造十条措施"
      $0.validFrom = Self.day(2_024, 6, 1)
      $0.version = 1
      $0.issuingBody = "济宁市人民政府办公室"
      $0.issueDate = Self.day(2_024, 5, 20)
      $0.topic = .oldCompounds
      $0.measures = (1...10).map { "措施之\($0)" }
    }
  }

  func dutyList(_ index: Int) -> PlannedRecord<DutyList> {
    PlannedRecord(index == 0 ? "firm-duties" : "committee-duties", at: Self.recordsBegin) {
      $0.division = division("370800")
      $0.displayName = index == 0 ? "物业服务企业职责清单" : "业主委员会职责清单"
      $0.role = index == 0 ? .firm : .committee
      $0.version = 1
      $0.validFrom = Self.day(2_024, 1, 1)
      $0.duties = index == 0 ? ["公开服务标准", "按时答复诉求"] : ["召集业主大会", "公开收支"]
    }
  }

  /// 三公开 of each project: services, fees, accounts.
  var disclosureCount: Int { 3 * projectCount }

  func disclosure(_ index: Int) -> PlannedRecord<Disclosure> {
    let (kind, project) = index.quotientAndRemainder(dividingBy: projectCount)
    let day = Self.firstDay.advanced(byDays: 60 + project % 200)
    return PlannedRecord("disclosure-\(index + 1)", at: Self.morning(day)) {
      $0.division = division(communityID(community(ofCompound: project)))
      $0.kind = [.service, .fees, .accounts][kind]
      $0.subject = self.project(project)
      $0.compound = compound(project)
      $0.publicationDate = Self.calendarDate(day)
      $0.place = "小区公示栏"
    }
  }

  /// A survey of each compound, the model ones satisfied best (满意度).
  func survey(_ compound: Int) -> PlannedRecord<SatisfactionSurvey> {
    let day = Self.firstDay.advanced(byDays: 300 + compound % 60)
    return PlannedRecord("survey-\(compound + 1)", at: Self.morning(day)) {
      $0.division = division(communityID(community(ofCompound: compound)))
      $0.subject = self.compound(compound)
      $0.surveyDate = Self.calendarDate(day)
      $0.respondentCount = 100
      $0.satisfiedCount = Int32((compound < modelCompoundCount ? 95 : 88) + compound % 5)
      $0.dissatisfiedCount = 1
      $0.method = "入户问卷"
    }
  }

  /// The hotline's months: the share of property falls to 1.58 % in the year of the last day (来话总量比重).
  static let hotlineMonths: [(year: Int32, month: Int32, calls: Int64, property: Int64)] =
    (1...12).map { (2_025, $0, 120_000, Int64(3_960 - 160 * Int($0))) } + [(2_026, 1, 125_000, 1_975)]

  func hotlineTotal(_ index: Int) -> PlannedRecord<HotlineTotal> {
    let month = Self.hotlineMonths[index]
    let end = CivilDate(year: Int(month.year), month: Int(month.month), day: 28) ?? Self.lastDay
    return PlannedRecord(
      "hotline-\(month.year)-\(month.month)",
      at: min(Self.lastDay, end.advanced(byDays: 3)).end.advanced(bySeconds: -60)
    ) {
      $0.division = division("370800")
      $0.year = month.year
      $0.month = month.month
      $0.callCount = month.calls
      $0.propertyCallCount = month.property
      $0.source = "济宁市12345热线"
    }
  }
}
