internal import RedSailAPI
internal import RedSailModel

/// From a compound of problems to a model one (港烟小区), and the city's four documents.
extension RizhaoPlan {
  /// 2014年物业公司进驻.
  func takeover() -> PlannedRecord<Takeover> {
    PlannedRecord("gangyan-2014", at: CityPlan.recordsBegin) {
      $0.division = Self.division(Self.communityID(0))
      $0.compound = compound(0)
      $0.firm = firm(0)
      $0.project = "\(Self.city)/projects/project-1"
      $0.takeoverDate = CityPlan.day(2_014, 5, 1)
      $0.previousManagement = "无物业管理"
      $0.defects = ["公共绿地杂乱", "健身器材锈蚀严重", "缺少车棚", "配套设施老化严重"]
      $0.remediedCount = 4
    }
  }

  private static let satisfaction: [(year: Int32, satisfied: Int32)] = [
    (2_015, 41), (2_019, 58), (2_023, 82), (2_025, 97),
  ]

  var surveyCount: Int { Self.satisfaction.count }

  func survey(_ index: Int) -> PlannedRecord<SatisfactionSurvey> {
    let entry = Self.satisfaction[index]
    return PlannedRecord("gangyan-\(entry.year)", at: CityPlan.morning(CityPlan.lastDay)) {
      $0.division = Self.division(Self.communityID(0))
      $0.subject = compound(0)
      $0.surveyDate = CityPlan.day(entry.year, 11, 20)
      $0.respondentCount = 100
      $0.satisfiedCount = entry.satisfied
      $0.dissatisfiedCount = (100 - entry.satisfied) / 2
    }
  }

  func honour() -> PlannedRecord<Honour> {
    PlannedRecord("gangyan-model", at: CityPlan.morning(CityPlan.lastDay)) {
      $0.division = Self.division(Self.communityID(0))
      $0.displayName = "红色物业先进小区"
      $0.validFrom = CityPlan.day(2_025, 12, 1)
      $0.kind = .modelCompound
      $0.subject = compound(0)
      $0.level = .city
      $0.year = 2_025
    }
  }

  private static let documents = [
    "关于创新推进“红色物业”服务机制助力精致城市建设行动通知", "关于建立住宅小区物业项目负责人到社区报到的通知",
    "关于进一步做好业主委员会党建工作的通知", "日照市住宅小区物业服务企业、业主委员会职责清单",
  ]

  var documentCount: Int { Self.documents.count }

  /// 先后印发的四个文件; the days are made up.
  func document(_ index: Int) -> PlannedRecord<PolicyDocument> {
    PlannedRecord("document-\(index + 1)", at: CityPlan.recordsBegin) {
      $0.division = Self.division(Self.code)
      $0.displayName = Self.documents[index]
      $0.validFrom = CityPlan.day(2_024, Int32(3 + index), 1)
      $0.version = 1
      $0.issuingBody = "日照市住房和城乡建设局"
      $0.issueDate = CityPlan.day(2_024, Int32(2 + index), 20)
      $0.topic = index == 2 ? .committees : .partyBuilding
    }
  }

  func dutyList(_ index: Int) -> PlannedRecord<DutyList> {
    PlannedRecord(index == 0 ? "firm-duties" : "committee-duties", at: CityPlan.recordsBegin) {
      $0.division = Self.division(Self.code)
      $0.displayName = index == 0 ? "物业服务企业职责清单" : "业主委员会职责清单"
      $0.role = index == 0 ? .firm : .committee
      $0.version = 1
      $0.validFrom = CityPlan.day(2_024, 6, 1)
      $0.duties = index == 0 ? ["项目负责人到社区报到", "参加季度联席会议", "三公开"] : ["参加季度联席会议", "三公开"]
    }
  }

  /// 季度联席会议 and the report-in of each project's head.
  var eventCount: Int { 5 * compoundCount }

  func event(_ index: Int) -> PlannedRecord<ReceptionDay> {
    let (round, compound) = index.quotientAndRemainder(dividingBy: compoundCount)
    let begin = CityPlan.firstDay.advanced(byDays: round * 91 + 10 + compound).start.advanced(bySeconds: 36_000)
    return PlannedRecord("event-\(index + 1)", at: begin.advanced(bySeconds: 7_200)) {
      $0.division = Self.division(Self.communityID(compound))
      $0.kind = round < 4 ? .quarterlyMeeting : .reportIn
      $0.state = .held
      $0.project = "\(Self.city)/projects/project-\(compound + 1)"
      $0.compound = self.compound(compound)
      $0.plannedStartTime = CityPlan.timestamp(begin)
      $0.startTime = CityPlan.timestamp(begin)
    }
  }
}
