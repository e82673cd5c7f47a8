/// One city (城市): its collections, its change feed, its scoreboard.
///
/// Wherever a function asks for a record, give its name (`cities/370800/firms/91370811MA3YYYY16X`) or only the last part
/// of it (`91370811MA3YYYY16X`).
public struct CityClient: Sendable {
  /// The city's name, such as `cities/370800`.
  public let name: String
  let redsail: RedSail

  init(_ name: String, of redsail: RedSail) {
    self.name = name
    self.redsail = redsail
  }

  /// Counties, streets and communities (区划).
  public var divisions: ResourceCollection<Division> { ResourceCollection(in: self) }
  /// Grids (网格).
  public var grids: ResourceCollection<Grid> { ResourceCollection(in: self) }
  /// Compounds (小区).
  public var compounds: ResourceCollection<Compound> { ResourceCollection(in: self) }
  /// Property firms (物业服务企业).
  public var firms: ResourceCollection<Firm> { ResourceCollection(in: self) }
  /// Party organisations (党组织).
  public var partyOrganisations: ResourceCollection<PartyOrganisation> { ResourceCollection(in: self) }
  /// Instructors' assignments (党建指导员选派).
  public var instructorAssignments: ResourceCollection<InstructorAssignment> { ResourceCollection(in: self) }
  /// Firms' projects (物业服务项目).
  public var projects: ResourceCollection<Project> { ResourceCollection(in: self) }
  /// Reception days and other events (接待活动).
  public var receptionDays: ResourceCollection<ReceptionDay> { ResourceCollection(in: self) }
  /// Tickets (工单).
  public var tickets: ResourceCollection<Ticket> { ResourceCollection(in: self) }

  /// Service areas (物业服务区域).
  public var serviceAreas: ResourceCollection<ServiceArea> { ResourceCollection(in: self) }
  /// Buildings (楼栋).
  public var buildings: ResourceCollection<Building> { ResourceCollection(in: self) }
  /// Units (房屋).
  public var units: ResourceCollection<Unit> { ResourceCollection(in: self) }
  /// Contracts (物业服务合同).
  public var contracts: ResourceCollection<Contract> { ResourceCollection(in: self) }
  /// Key posts (关键岗位).
  public var keyPosts: ResourceCollection<KeyPost> { ResourceCollection(in: self) }
  /// Appointments (交叉任职).
  public var appointments: ResourceCollection<Appointment> { ResourceCollection(in: self) }
  /// Members (党员发展对象).
  public var members: ResourceCollection<Member> { ResourceCollection(in: self) }
  /// Committees (业主委员会).
  public var committees: ResourceCollection<Committee> { ResourceCollection(in: self) }
  /// Elections (业委会选举).
  public var elections: ResourceCollection<Election> { ResourceCollection(in: self) }
  /// Candidates (候选人).
  public var candidates: ResourceCollection<Candidate> { ResourceCollection(in: self) }
  /// Owners' votes (业主共同决定).
  public var ownersVotes: ResourceCollection<OwnersVote> { ResourceCollection(in: self) }
  /// Rectification tasks (整改任务).
  public var rectifications: ResourceCollection<Rectification> { ResourceCollection(in: self) }
  /// Stations (红帆驿站).
  public var stations: ResourceCollection<Station> { ResourceCollection(in: self) }
  /// Venues (活动场所).
  public var venues: ResourceCollection<Venue> { ResourceCollection(in: self) }
  /// Bookings (场所预约).
  public var bookings: ResourceCollection<Booking> { ResourceCollection(in: self) }
  /// Honours (荣誉).
  public var honours: ResourceCollection<Honour> { ResourceCollection(in: self) }
  /// Programmes (专项工作).
  public var programmes: ResourceCollection<Programme> { ResourceCollection(in: self) }
  /// Satisfaction surveys (满意度测评).
  public var satisfactionSurveys: ResourceCollection<SatisfactionSurvey> { ResourceCollection(in: self) }
  /// Policy documents (政策文件).
  public var policyDocuments: ResourceCollection<PolicyDocument> { ResourceCollection(in: self) }
  /// Duty lists (职责清单).
  public var dutyLists: ResourceCollection<DutyList> { ResourceCollection(in: self) }
  /// Disclosures (公开公示).
  public var disclosures: ResourceCollection<Disclosure> { ResourceCollection(in: self) }
  /// Renovation projects (老旧小区改造项目).
  public var renovationProjects: ResourceCollection<RenovationProject> { ResourceCollection(in: self) }
  /// Takeovers (物业接管).
  public var takeovers: ResourceCollection<Takeover> { ResourceCollection(in: self) }
  /// Subsidies (财政补助).
  public var subsidies: ResourceCollection<Subsidy> { ResourceCollection(in: self) }
  /// Inspections (安全检查).
  public var inspections: ResourceCollection<Inspection> { ResourceCollection(in: self) }
  /// Hazards (安全隐患).
  public var hazards: ResourceCollection<Hazard> { ResourceCollection(in: self) }
  /// Charging facilities (充电设施).
  public var chargingFacilities: ResourceCollection<ChargingFacility> { ResourceCollection(in: self) }
  /// Hotline totals (热线来话总量).
  public var hotlineTotals: ResourceCollection<HotlineTotal> { ResourceCollection(in: self) }
  /// Parameters (规则参数).
  public var parameters: ResourceCollection<Parameter> { ResourceCollection(in: self) }
  /// Holiday calendars (节假日安排).
  public var holidayCalendars: ResourceCollection<HolidayCalendar> { ResourceCollection(in: self) }
  /// Service level rules (办理时限).
  public var serviceLevelRules: ResourceCollection<ServiceLevelRule> { ResourceCollection(in: self) }
  /// Indicators (指标).
  public var indicators: ResourceCollection<Indicator> { ResourceCollection(in: self) }
  /// Attachments (附件).
  public var attachments: ResourceCollection<Attachment> { ResourceCollection(in: self) }

  /// The records of any kind, for code that works with all of them alike.
  public func collection<Resource: CityResource>(of _: Resource.Type = Resource.self) -> ResourceCollection<Resource> {
    ResourceCollection(in: self)
  }

  /// The city's own record.
  public func get(options: CallOptions = CallOptions()) async throws(RPCError) -> City {
    try await DivisionServiceClient(redsail.channel).getCity(.with { $0.name = name }, options: options)
  }

  /// The scoreboard (记分牌) that the server computes from what is stored.
  ///
  /// `date` is the day as of which it counts, nil for today. `fill` sets what else the request has.
  public func scoreboard(
    asOf date: CalendarDate? = nil,
    options: CallOptions = CallOptions(),
    with fill: (inout GetScoreboardRequest) -> Void = { _ in }
  ) async throws(RPCError) -> Scoreboard {
    var request = GetScoreboardRequest.with {
      $0.name = "\(name)/scoreboard"
      $0.asOfDate = date
    }
    fill(&request)
    return try await ScoreboardServiceClient(redsail.channel).getScoreboard(request, options: options)
  }
}
