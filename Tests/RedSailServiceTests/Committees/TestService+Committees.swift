internal import ProtobufRuntime
internal import RPCCore
internal import RedSailAPI

/// A city with a street, a community, two compounds in it and the community's party organisation.
struct Place: Sendable {
  let city: String
  let street: String
  let community: String

  static let jining = Place(code: "370800", county: "370811", street: "370811012")
  static let rizhao = Place(code: "371100", county: "371102", street: "371102001")

  let code: String
  let county: String

  private init(code: String, county: String, street: String) {
    self.code = code
    self.county = county
    city = "cities/\(code)"
    self.street = "\(city)/divisions/\(street)"
    community = "\(city)/divisions/\(street)001"
  }

  func compound(_ id: String) -> String { "\(city)/compounds/\(id)" }
  func area(_ id: String = "a1") -> String { "\(city)/serviceAreas/\(id)" }
  func unit(_ number: Int) -> String { "\(city)/units/u\(number)" }
  func election(_ id: String = "e1") -> String { "\(city)/elections/\(id)" }
  func candidate(_ number: Int, of election: String = "e1") -> String { "\(city)/candidates/\(election)-k\(number)" }
  func committee(_ id: String) -> String { "\(city)/committees/\(id)" }
  var organisation: String { "\(city)/partyOrganisations/street" }
}

extension TestService {
  var serviceAreas: ServiceAreaServiceClient { ServiceAreaServiceClient(divisions.channel) }

  /// Runs a test in a place with a service area `a1` of compound `k1`.
  static func withPlace(_ place: Place = .jining, _ body: (TestService) async throws -> Void) async throws {
    try await with { service in
      try await service.make(place)
      try await body(service)
    }
  }

  private func make(_ place: Place) async throws {
    _ = try await divisions.createCity(
      .with {
        $0.cityID = place.code
        $0.city = .with { $0.displayName = "市" }
      }
    )
    let street = String(place.street.split(separator: "/").last ?? "")
    let levels: [(String, Division.Level, String)] = [
      (place.code, .city, ""), (place.county, .county, place.code), (street, .street, place.county),
      (street + "001", .community, street), (street + "002", .community, street),
    ]
    for (code, level, parent) in levels {
      _ = try await divisions.createDivision(
        .with {
          $0.parent = place.city
          $0.divisionID = code
          $0.division = .with {
            $0.code = code
            $0.level = level
            $0.parentDivision = parent.isEmpty ? "" : "\(place.city)/divisions/\(parent)"
            $0.displayName = code
          }
        }
      )
    }
    for id in ["k1", "k2"] { try await makeCompound(id, at: place) }
    try await makeArea(place, compounds: ["k1"])
    _ = try await party.createPartyOrganisation(
      .with {
        $0.parent = place.city
        $0.partyOrganisationID = "street"
        $0.partyOrganisation = .with {
          $0.division = place.street
          $0.displayName = "街道党工委"
          $0.kind = .committee
          $0.sphere = .street
        }
      }
    )
  }

  func makeCompound(_ id: String, at place: Place, _ change: (inout Compound) -> Void = { _ in }) async throws {
    var compound = Compound.with {
      $0.division = place.community
      $0.displayName = id
    }
    change(&compound)
    _ = try await compounds.createCompound(
      .with {
        $0.parent = place.city
        $0.compoundID = id
        $0.compound = compound
      }
    )
  }

  @discardableResult
  func makeArea(_ place: Place, _ id: String = "a1", compounds: [String]) async throws -> ServiceArea {
    try await serviceAreas.createServiceArea(
      .with {
        $0.parent = place.city
        $0.serviceAreaID = id
        $0.serviceArea = .with {
          $0.division = place.community
          $0.displayName = "片区"
          $0.compounds = compounds.map { place.compound($0) }
        }
      }
    )
  }

  @discardableResult
  func makeBuilding(_ place: Place, _ id: String = "b1", _ change: (inout Building) -> Void = { _ in }) async throws
    -> Building
  {
    var building = Building.with {
      $0.division = place.community
      $0.displayName = "1号楼"
      $0.compound = place.compound("k1")
      $0.serviceArea = place.area()
    }
    change(&building)
    return try await serviceAreas.createBuilding(
      .with {
        $0.parent = place.city
        $0.buildingID = id
        $0.building = building
      }
    )
  }

  @discardableResult
  func makeUnit(_ place: Place, _ number: Int, _ change: (inout Unit) -> Void = { _ in }) async throws -> Unit {
    var unit = Unit.with {
      $0.division = place.community
      $0.displayName = "\(number)01"
      $0.building = "\(place.city)/buildings/b1"
      $0.serviceArea = place.area()
      $0.areaHundredths = 100_00
    }
    change(&unit)
    return try await serviceAreas.createUnit(
      .with {
        $0.parent = place.city
        $0.unitID = "u\(number)"
        $0.unit = unit
      }
    )
  }

  /// Units 1… with these areas; an owner's key may be given, `*` stands for the developer.
  func makeUnits(_ place: Place, _ units: [(area: Int64, owner: String)]) async throws {
    try await makeBuilding(place)
    for (index, entry) in units.enumerated() {
      try await makeUnit(place, index + 1) {
        $0.areaHundredths = entry.area
        $0.developerOwned = entry.owner == "*"
        $0.ownerKey = entry.owner == "*" ? "" : entry.owner
      }
    }
  }

  @discardableResult
  func makeElection(
    _ place: Place,
    _ id: String = "e1",
    seats: Int32 = 5,
    _ change: (inout Election) -> Void = { _ in }
  ) async throws -> Election {
    var election = Election.with {
      $0.division = place.community
      $0.kind = .first
      $0.serviceArea = place.area()
      $0.seats = seats
      $0.startDate = CalendarDate(2025, 1, 2)
    }
    change(&election)
    return try await committees.createElection(
      .with {
        $0.parent = place.city
        $0.electionID = id
        $0.election = election
      }
    )
  }

  @discardableResult
  func propose(
    _ place: Place,
    _ number: Int,
    partyMember: Bool = true,
    in election: String = "e1",
    _ change: (inout Candidate) -> Void = { _ in }
  ) async throws -> Candidate {
    var candidate = Candidate.with {
      $0.division = place.community
      $0.election = place.election(election)
      $0.person = .person("p-\(number)")
      $0.category = partyMember ? .partyOwner : .owner
      $0.partyMember = partyMember
      $0.proposer = .person("office-1")
    }
    change(&candidate)
    return try await committees.createCandidate(
      .with {
        $0.parent = place.city
        $0.candidateID = "\(election)-k\(number)"
        $0.candidate = candidate
      }
    )
  }

  @discardableResult
  func vet(
    _ place: Place,
    _ number: Int,
    _ decision: Candidate.Vetting = .approved,
    by vetter: String = "vetter-1",
    in election: String = "e1",
    _ change: (inout VetCandidateRequest) -> Void = { _ in }
  ) async throws -> Candidate {
    try await committees.vetCandidate(
      .with {
        $0.name = place.candidate(number, of: election)
        $0.decision = decision
        $0.reason = "符合条件"
        $0.organisation = place.organisation
        $0.actor = .person(vetter)
        change(&$0)
      }
    )
  }

  /// An election whose ballot is open, with candidates of whom the first so many are party members.
  @discardableResult
  func openElection(
    _ place: Place,
    _ id: String = "e1",
    seats: Int32 = 5,
    candidates: Int? = nil,
    partyMembers: Int? = nil,
    on day: CalendarDate = CalendarDate(2025, 3, 1),
    _ change: (inout Election) -> Void = { _ in }
  ) async throws -> Election {
    try await makeElection(place, id, seats: seats, change)
    for number in 1...(candidates ?? Int(seats)) {
      try await propose(place, number, partyMember: number <= partyMembers ?? .max, in: id)
      try await vet(place, number, in: id)
    }
    return try await open(place, id, on: day)
  }

  func open(_ place: Place, _ id: String = "e1", on day: CalendarDate = CalendarDate(2025, 3, 1)) async throws
    -> Election
  {
    try await committees.openElectionBallot(
      .with {
        $0.name = place.election(id)
        $0.ballotDate = day
      }
    )
  }

  /// Records a result on paper: 100 owners of 100 m² each, of whom `participating` took part; each candidate's heads.
  @discardableResult
  func record(
    _ place: Place,
    _ id: String = "e1",
    participating: Int64 = 80,
    heads: [Int64],
    on day: CalendarDate = CalendarDate(2025, 3, 8),
    _ change: (inout RecordElectionResultRequest) -> Void = { _ in }
  ) async throws -> Election {
    try await committees.recordElectionResult(
      .with {
        $0.name = place.election(id)
        $0.countDate = day
        $0.result = .with {
          $0.totalAreaHundredths = 100 * 100_00
          $0.totalHeads = 100
          $0.participatingAreaHundredths = participating * 100_00
          $0.participatingHeads = participating
        }
        $0.candidateResults = heads.enumerated().map { index, heads in
          .with {
            $0.candidate = place.candidate(index + 1, of: id)
            $0.forAreaHundredths = heads * 100_00
            $0.forHeads = heads
          }
        }
        change(&$0)
      }
    )
  }

  @discardableResult
  func file(
    _ place: Place,
    _ id: String = "e1",
    from day: CalendarDate = CalendarDate(2025, 3, 10),
    as committee: String = "new",
    _ change: (inout FileElectionRequest) -> Void = { _ in }
  ) async throws -> Election {
    try await committees.fileElection(
      .with {
        $0.name = place.election(id)
        $0.termFrom = day
        $0.committeeID = committee
        change(&$0)
      }
    )
  }

  @discardableResult
  func makeCommittee(
    _ place: Place,
    _ id: String,
    _ kind: Committee.Kind = .owners,
    from: CalendarDate?,
    to: CalendarDate?,
    compounds: [String] = ["k1"],
    _ change: (inout Committee) -> Void = { _ in }
  ) async throws -> Committee {
    var committee = Committee.with {
      $0.division = place.community
      $0.displayName = id
      $0.kind = kind
      $0.compounds = kind == .community ? [] : compounds.map { place.compound($0) }
      $0.seats = 5
      $0.partyMemberCount = 3
      $0.validFrom = from
      $0.validTo = to
    }
    change(&committee)
    return try await committees.createCommittee(
      .with {
        $0.parent = place.city
        $0.committeeID = id
        $0.committee = committee
      }
    )
  }

  func committee(_ place: Place, _ id: String) async throws -> Committee {
    try await committees.getCommittee(.with { $0.name = place.committee(id) })
  }

  func rectifications(_ place: Place, of committee: String) async throws -> [Rectification] {
    try await committees.listRectifications(
      .with {
        $0.parent = place.city
        $0.filter = "subject = \"\(place.committee(committee))\""
      }
    ).rectifications
  }
}
