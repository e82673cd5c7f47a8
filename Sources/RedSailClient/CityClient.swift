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
