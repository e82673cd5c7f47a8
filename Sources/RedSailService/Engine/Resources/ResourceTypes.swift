extension ResourceType {
  /// The city (城市), the parent of everything else.
  static let city = ResourceType("redsail/City", collection: "", field: "city")
  /// A division (区划).
  static let division = ResourceType("redsail/Division", collection: "divisions", field: "division")
  /// A grid (网格).
  static let grid = ResourceType("redsail/Grid", collection: "grids", field: "grid")
  /// A compound (小区).
  static let compound = ResourceType("redsail/Compound", collection: "compounds", field: "compound")
  /// A property firm (物业服务企业).
  static let firm = ResourceType("redsail/Firm", collection: "firms", field: "firm")
  /// A party organisation (党组织).
  static let partyOrganisation = ResourceType(
    "redsail/PartyOrganisation",
    collection: "partyOrganisations",
    field: "party_organisation"
  )
  /// An instructor's assignment (党建指导员选派).
  static let instructorAssignment = ResourceType(
    "redsail/InstructorAssignment",
    collection: "instructorAssignments",
    field: "instructor_assignment"
  )
  /// A project (物业服务项目).
  static let project = ResourceType("redsail/Project", collection: "projects", field: "project")
  /// A reception day (接待活动).
  static let receptionDay = ResourceType("redsail/ReceptionDay", collection: "receptionDays", field: "reception_day")
  /// A ticket (工单).
  static let ticket = ResourceType("redsail/Ticket", collection: "tickets", field: "ticket")
  /// A service area (物业服务区域).
  static let serviceArea = ResourceType("redsail/ServiceArea", collection: "serviceAreas", field: "service_area")
  /// A building (楼栋).
  static let building = ResourceType("redsail/Building", collection: "buildings", field: "building")
  /// A unit (房屋).
  static let unit = ResourceType("redsail/Unit", collection: "units", field: "unit")
  /// A contract (物业服务合同).
  static let contract = ResourceType("redsail/Contract", collection: "contracts", field: "contract")
  /// A key post (关键岗位).
  static let keyPost = ResourceType("redsail/KeyPost", collection: "keyPosts", field: "key_post")
  /// An appointment (交叉任职).
  static let appointment = ResourceType("redsail/Appointment", collection: "appointments", field: "appointment")
  /// A member (党员发展对象).
  static let member = ResourceType("redsail/Member", collection: "members", field: "member")
  /// A committee (业主委员会).
  static let committee = ResourceType("redsail/Committee", collection: "committees", field: "committee")
  /// An election (业委会选举).
  static let election = ResourceType("redsail/Election", collection: "elections", field: "election")
  /// A candidate (候选人).
  static let candidate = ResourceType("redsail/Candidate", collection: "candidates", field: "candidate")
  /// An owners' vote (业主共同决定).
  static let ownersVote = ResourceType("redsail/OwnersVote", collection: "ownersVotes", field: "owners_vote")
  /// A rectification task (整改任务).
  static let rectification = ResourceType("redsail/Rectification", collection: "rectifications", field: "rectification")
  /// A station (红帆驿站).
  static let station = ResourceType("redsail/Station", collection: "stations", field: "station")
  /// A venue (活动场所).
  static let venue = ResourceType("redsail/Venue", collection: "venues", field: "venue")
  /// A booking (场所预约).
  static let booking = ResourceType("redsail/Booking", collection: "bookings", field: "booking")
  /// A honour (荣誉).
  static let honour = ResourceType("redsail/Honour", collection: "honours", field: "honour")
  /// A programme (专项工作).
  static let programme = ResourceType("redsail/Programme", collection: "programmes", field: "programme")
  /// A satisfaction survey (满意度测评).
  static let satisfactionSurvey = ResourceType(
    "redsail/SatisfactionSurvey",
    collection: "satisfactionSurveys",
    field: "satisfaction_survey"
  )
  /// A policy document (政策文件).
  static let policyDocument = ResourceType(
    "redsail/PolicyDocument",
    collection: "policyDocuments",
    field: "policy_document"
  )
  /// A duty list (职责清单).
  static let dutyList = ResourceType("redsail/DutyList", collection: "dutyLists", field: "duty_list")
  /// A disclosure (公开公示).
  static let disclosure = ResourceType("redsail/Disclosure", collection: "disclosures", field: "disclosure")
  /// A renovation project (老旧小区改造项目).
  static let renovationProject = ResourceType(
    "redsail/RenovationProject",
    collection: "renovationProjects",
    field: "renovation_project"
  )
  /// A takeover (物业接管).
  static let takeover = ResourceType("redsail/Takeover", collection: "takeovers", field: "takeover")
  /// A subsidy (财政补助).
  static let subsidy = ResourceType("redsail/Subsidy", collection: "subsidies", field: "subsidy")
  /// An inspection (安全检查).
  static let inspection = ResourceType("redsail/Inspection", collection: "inspections", field: "inspection")
  /// A hazard (安全隐患).
  static let hazard = ResourceType("redsail/Hazard", collection: "hazards", field: "hazard")
  /// A charging facility (充电设施).
  static let chargingFacility = ResourceType(
    "redsail/ChargingFacility",
    collection: "chargingFacilities",
    field: "charging_facility"
  )
  /// A hotline total (热线来话总量).
  static let hotlineTotal = ResourceType("redsail/HotlineTotal", collection: "hotlineTotals", field: "hotline_total")
  /// A parameter (规则参数).
  static let parameter = ResourceType("redsail/Parameter", collection: "parameters", field: "parameter")
  /// A holiday calendar (节假日安排).
  static let holidayCalendar = ResourceType(
    "redsail/HolidayCalendar",
    collection: "holidayCalendars",
    field: "holiday_calendar"
  )
  /// An indicator (指标).
  static let indicator = ResourceType("redsail/Indicator", collection: "indicators", field: "indicator")
  /// An attachment (附件).
  static let attachment = ResourceType("redsail/Attachment", collection: "attachments", field: "attachment")
  /// A succession (合并拆分).
  static let succession = ResourceType("redsail/Succession", collection: "successions", field: "succession")
  /// A service level rule (办理时限).
  static let serviceLevelRule = ResourceType(
    "redsail/ServiceLevelRule",
    collection: "serviceLevelRules",
    field: "service_level_rule"
  )
}
