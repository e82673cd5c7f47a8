internal import RedSailAPI
internal import RedSailModel

/// What a record tells of a compound, in Chinese: the story is read by its people.
extension GetCompoundHistoryResponse.Entry {
  /// The building; nil where its year is not known.
  init?(builtAs compound: Compound) {
    guard let day = CalendarDate.firstDay(of: compound.buildYear) else { return nil }
    self.init(
      .built,
      of: compound.name,
      from: day,
      "\(compound.buildYear)年建成" + (compound.oldCompound ? "，列为老旧小区" : "")
    )
  }

  /// A firm took the compound over.
  init(_ takeover: Takeover, firm: String) {
    var summary = "\(firm)接管"
    if !takeover.previousManagement.isEmpty { summary += "，此前：\(takeover.previousManagement)" }
    if !takeover.defects.isEmpty {
      summary += "；接管时发现问题\(takeover.defects.count)项，已解决\(takeover.remediedCount)项"
    }
    self.init(.takeover, of: takeover.name, from: takeover.takeoverDate, summary)
    defects = takeover.defects
  }

  /// A firm manages the compound.
  init(_ project: Project, firm: String) {
    self.init(
      .project,
      of: project.name,
      from: project.validFrom,
      to: project.validTo,
      "\(firm)提供物业服务（\(project.displayName)）"
    )
  }

  /// A committee governs the compound.
  init(_ committee: Committee) {
    let kind =
      switch committee.kind {
      case .owners: "业主委员会"
      case .propertyManagement: "物业管理委员会"
      case .community: "社区环境和物业管理委员会"
      default: "治理主体"
      }
    var summary = "\(kind)履职（\(committee.displayName)）"
    if !committee.endReason.isEmpty { summary += "，提前终止：\(committee.endReason)" }
    self.init(.committee, of: committee.name, from: committee.validFrom, to: committee.validTo, summary)
  }

  /// The compound is renovated.
  init(_ renovation: RenovationProject) {
    let state = RenovationState(rawValue: renovation.state.rawValue)?.chinese ?? ""
    var summary = "\(renovation.displayName)（\(renovation.year)年计划，\(state)）"
    if !renovation.contents.isEmpty { summary += "：\(renovation.contents.joined(separator: "、"))" }
    let last = renovation.cancelledDate ?? renovation.approvedDate ?? renovation.modeDecidedDate
    let end = renovation.completedDate?.civilDate.map { CalendarDate($0.advanced(byDays: 1)) }
    self.init(
      .renovation,
      of: renovation.name,
      from: renovation.startedDate ?? last ?? .firstDay(of: renovation.year),
      to: end,
      summary
    )
  }

  /// The compound, its project or its committee got an honour.
  init(_ honour: Honour) {
    let level =
      switch honour.level {
      case .national: "国家级"
      case .province: "省级"
      case .city: "市级"
      case .county: "县级"
      default: ""
      }
    var summary = "获\(level)“\(honour.displayName)”"
    if honour.batch > 0 { summary += "（第\(honour.batch)批）" }
    if !honour.awardingBody.isEmpty { summary += "，\(honour.awardingBody)授予" }
    self.init(
      .honour,
      of: honour.name,
      from: honour.validFrom ?? .firstDay(of: honour.year),
      to: honour.validTo,
      summary
    )
  }

  /// Its people were asked.
  init(_ survey: SatisfactionSurvey) {
    self.init(
      .satisfaction,
      of: survey.name,
      from: survey.surveyDate,
      "满意度测评：\(survey.respondentCount)人参评，\(survey.satisfiedCount)人满意"
    )
    guard survey.respondentCount > 0 else { return }
    satisfiedPercent = Double(survey.satisfiedCount) * 100 / Double(survey.respondentCount)
  }

  /// A party organisation belongs to it.
  init(_ organisation: PartyOrganisation, _ link: PartyOrganisation.Link) {
    self.init(.branch, of: organisation.name, from: link.validFrom, to: link.validTo, "设立\(organisation.displayName)")
  }

  private init(
    _ kind: Kind,
    of subject: String,
    from date: CalendarDate?,
    to endDate: CalendarDate? = nil,
    _ summary: String
  ) {
    self.init()
    self.kind = kind
    self.subject = subject
    self.date = date
    self.endDate = endDate
    self.summary = summary
  }
}

extension CalendarDate {
  /// 1 January of a year; nil for no year.
  static func firstDay(of year: Int32) -> CalendarDate? {
    guard year > 0 else { return nil }
    return .with {
      $0.year = year
      $0.month = 1
      $0.day = 1
    }
  }
}
