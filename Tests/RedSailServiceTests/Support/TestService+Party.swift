internal import ProtobufRuntime
internal import RPCCore
internal import RedSailAPI

/// What the tests of the party's side need beside the city.
extension TestService {
  static let organisation = "cities/370800/partyOrganisations/o1"
  static let person = PersonReference.with { $0.reference = "p-1" }

  var members: MemberServiceClient { MemberServiceClient(channel) }
  var personnel: PersonnelServiceClient { PersonnelServiceClient(channel) }
  var stations: StationServiceClient { StationServiceClient(channel) }
  var recognition: RecognitionServiceClient { RecognitionServiceClient(channel) }
  var committees: CommitteeServiceClient { CommitteeServiceClient(channel) }

  @discardableResult
  func makeOrganisation(
    _ id: String = "o1",
    _ sphere: PartyOrganisation.Sphere = .firm,
    in division: String = street
  ) async throws -> PartyOrganisation {
    try await party.createPartyOrganisation(
      .with {
        $0.parent = Self.city
        $0.partyOrganisationID = id
        $0.partyOrganisation = .with {
          $0.division = division
          $0.displayName = "党支部\(id)"
          $0.kind = .branch
          $0.sphere = sphere
        }
      }
    )
  }

  /// An applicant since 2020-01-10 unless changed.
  @discardableResult
  func makeMember(_ id: String = "m1", _ change: (inout Member) -> Void = { _ in }) async throws -> Member {
    var member = Member.with {
      $0.division = Self.street
      $0.partyOrganisation = Self.organisation
      $0.person = Self.person
      $0.applicationDate = CalendarDate(2020, 1, 10)
    }
    change(&member)
    return try await members.createMember(
      .with {
        $0.parent = Self.city
        $0.memberID = id
        $0.member = member
      }
    )
  }

  /// The manager of the project, for good, unless changed.
  @discardableResult
  func makeKeyPost(_ id: String = "k1", _ change: (inout KeyPost) -> Void = { _ in }) async throws -> KeyPost {
    var post = KeyPost.with {
      $0.division = Self.county
      $0.firm = Self.firm
      $0.project = Self.project
      $0.post = .projectManager
      $0.holder = Self.person
    }
    change(&post)
    return try await personnel.createKeyPost(
      .with {
        $0.parent = Self.city
        $0.keyPostID = id
        $0.keyPost = post
      }
    )
  }

  /// A station of the grid, for good, unless changed.
  @discardableResult
  func makeStation(_ id: String = "s1", _ change: (inout Station) -> Void = { _ in }) async throws -> Station {
    var station = Station.with {
      $0.division = Self.community
      $0.displayName = "红帆驿站\(id)"
      $0.grid = Self.grid
    }
    change(&station)
    return try await stations.createStation(
      .with {
        $0.parent = Self.city
        $0.stationID = id
        $0.station = station
      }
    )
  }

  /// A committee of the community (环物委).
  @discardableResult
  func makeCommittee(_ id: String = "b1") async throws -> Committee {
    try await committees.createCommittee(
      .with {
        $0.parent = Self.city
        $0.committeeID = id
        $0.committee = .with {
          $0.division = Self.community
          $0.displayName = "第一社区环物委"
          $0.kind = .community
          $0.validFrom = CalendarDate(2024, 1, 1)
        }
      }
    )
  }
}
