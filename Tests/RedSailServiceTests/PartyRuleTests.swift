internal import ProtobufRuntime
internal import RPCCore
internal import RedSailAPI
internal import Testing

/// Which firm has an organisation or an instructor, and when.
@Suite struct PartyRuleTests {
  private static let organisation = "cities/370800/partyOrganisations/o1"

  private static func link(_ subject: String, from: CalendarDate, to: CalendarDate? = nil) -> PartyOrganisation.Link {
    .with {
      $0.subject = subject
      $0.validFrom = from
      $0.validTo = to
    }
  }

  @discardableResult
  private static func create(
    _ service: TestService,
    _ id: String = "o1",
    links: [PartyOrganisation.Link] = [],
    _ change: (inout PartyOrganisation) -> Void = { _ in }
  ) async throws -> PartyOrganisation {
    var organisation = PartyOrganisation.with {
      $0.division = TestService.street
      $0.displayName = "党支部\(id)"
      $0.kind = .branch
      $0.sphere = .firm
      $0.links = links
    }
    change(&organisation)
    return try await service.party.createPartyOrganisation(
      .with {
        $0.parent = TestService.city
        $0.partyOrganisationID = id
        $0.partyOrganisation = organisation
      }
    )
  }

  @discardableResult
  private static func assign(
    _ service: TestService,
    _ id: String = "i1",
    firm: String = TestService.firm,
    from: CalendarDate,
    to: CalendarDate? = nil,
    _ change: (inout InstructorAssignment) -> Void = { _ in }
  ) async throws -> InstructorAssignment {
    var assignment = InstructorAssignment.with {
      $0.division = TestService.street
      $0.firm = firm
      $0.instructor = .with { $0.reference = "p-17" }
      $0.validFrom = from
      $0.validTo = to
    }
    change(&assignment)
    return try await service.party.createInstructorAssignment(
      .with {
        $0.parent = TestService.city
        $0.instructorAssignmentID = id
        $0.instructorAssignment = assignment
      }
    )
  }

  @Test func aFirmBelongsToOneOrganisationAtATime() async throws {
    try await TestService.withCity { service in
      try await Self.create(
        service,
        links: [Self.link(TestService.firm, from: CalendarDate(2024, 1, 1), to: CalendarDate(2025, 1, 1))]
      )
      let refused = try await failure {
        try await Self.create(service, "o2", links: [Self.link(TestService.firm, from: CalendarDate(2024, 12, 31))])
      }
      #expect(refused.code == .failedPrecondition && refused.reason == "PERIOD_OVERLAP")
      #expect(refused.metadata == ["name": Self.organisation])
      // Two periods meet where one's end is the other's first day.
      try await Self.create(service, "o2", links: [Self.link(TestService.firm, from: CalendarDate(2025, 1, 1))])
    }
  }

  @Test func periodsOfOneUnitDoNotOverlapWithinAnOrganisation() async throws {
    try await TestService.withCity { service in
      let refused = try await failure {
        try await Self.create(
          service,
          links: [
            Self.link(TestService.compound, from: CalendarDate(2024, 1, 1)),
            Self.link(TestService.compound, from: CalendarDate(2025, 1, 1)),
          ]
        )
      }
      #expect(refused.reason == "PERIOD_OVERLAP" && refused.metadata == ["name": Self.organisation])
      // Periods may meet, in whatever order they stand.
      try await Self.create(
        service,
        "o3",
        links: [
          Self.link(TestService.otherCompound, from: CalendarDate(2025, 1, 1)),
          Self.link(TestService.otherCompound, from: CalendarDate(2024, 1, 1), to: CalendarDate(2025, 1, 1)),
        ]
      )
      // Units other than firms may belong to several organisations.
      try await Self.create(service, links: [Self.link(TestService.compound, from: CalendarDate(2024, 1, 1))])
      try await Self.create(service, "o2", links: [Self.link(TestService.compound, from: CalendarDate(2024, 1, 1))])
    }
  }

  @Test func aLinkLiesInsideItsOrganisationsPeriod() async throws {
    try await TestService.withCity { service in
      let refused = try await failure {
        try await Self.create(service, links: [Self.link(TestService.firm, from: CalendarDate(2023, 12, 31))]) {
          $0.validFrom = CalendarDate(2024, 1, 1)
        }
      }
      #expect(refused.code == .failedPrecondition && refused.reason == "PERIOD_OUTSIDE")
      try await Self.create(service, links: [Self.link(TestService.firm, from: CalendarDate(2024, 1, 1))])
      let dissolved = try await failure {
        try await service.party.updatePartyOrganisation(
          .with {
            $0.partyOrganisation = .with {
              $0.name = Self.organisation
              $0.validTo = CalendarDate(2025, 1, 1)
            }
          }
        )
      }
      #expect(dissolved.reason == "PERIOD_OUTSIDE")
    }
  }

  @Test func aFirmWithAnOrganisationGetsNoInstructor() async throws {
    try await TestService.withCity { service in
      try await Self.create(service, links: [Self.link(TestService.firm, from: CalendarDate(2024, 1, 1))])
      let refused = try await failure { try await Self.assign(service, from: CalendarDate(2025, 1, 1)) }
      #expect(refused.code == .failedPrecondition && refused.reason == "PERIOD_OVERLAP")
      #expect(refused.metadata == ["name": Self.organisation])
      // The firm moves to an instructor: its link ends on the day on which the assignment begins.
      _ = try await service.party.updatePartyOrganisation(
        .with {
          $0.partyOrganisation = .with {
            $0.name = Self.organisation
            $0.links = [Self.link(TestService.firm, from: CalendarDate(2024, 1, 1), to: CalendarDate(2025, 1, 1))]
          }
        }
      )
      try await Self.assign(service, from: CalendarDate(2025, 1, 1))
      let back = try await failure {
        try await Self.create(service, "o2", links: [Self.link(TestService.firm, from: CalendarDate(2025, 5, 1))])
      }
      #expect(back.reason == "PERIOD_OVERLAP")
      #expect(back.metadata == ["name": "cities/370800/instructorAssignments/i1"])
    }
  }

  @Test func aDeletedOrganisationCoversNobody() async throws {
    try await TestService.withCity { service in
      try await Self.create(service, links: [Self.link(TestService.firm, from: CalendarDate(2024, 1, 1))])
      let firm = try await failure { try await service.firms.deleteFirm(.with { $0.name = TestService.firm }) }
      #expect(firm.reason == "STILL_REFERENCED" && firm.metadata == ["name": Self.organisation])
      _ = try await service.party.deletePartyOrganisation(.with { $0.name = Self.organisation })
      let assignment = try await Self.assign(service, from: CalendarDate(2025, 1, 1))
      let restored = try await failure {
        try await service.party.undeletePartyOrganisation(.with { $0.name = Self.organisation })
      }
      #expect(restored.reason == "PERIOD_OVERLAP")
      _ = try await service.party.deleteInstructorAssignment(.with { $0.name = assignment.name })
      _ = try await service.party.undeletePartyOrganisation(.with { $0.name = Self.organisation })
      let instructor = try await failure {
        try await service.party.undeleteInstructorAssignment(.with { $0.name = assignment.name })
      }
      #expect(instructor.reason == "PERIOD_OVERLAP")
    }
  }

  @Test func noOrganisationStandsAboveItself() async throws {
    try await TestService.withCity { service in
      let first = try await Self.create(service)
      let second = try await Self.create(service, "o2") { $0.parentOrganisation = first.name }
      let refused = try await failure {
        try await service.party.updatePartyOrganisation(
          .with {
            $0.partyOrganisation = .with {
              $0.name = first.name
              $0.parentOrganisation = second.name
            }
          }
        )
      }
      #expect(refused.code == .failedPrecondition && refused.reason == "INVALID_PARENT")
    }
  }

  @Test(arguments: [
    (PartyOrganisation.Kind.branch, Int32(2), true), (.branch, 3, false), (.branch, 0, false),
    (.generalBranch, 50, true), (.generalBranch, 51, false), (.committee, 100, true), (.committee, 101, false),
    (.jointBranch, 2, true), (.jointBranch, 3, false),
  ])
  func sizesWarn(kind: PartyOrganisation.Kind, members: Int32, warns: Bool) async throws {
    try await TestService.withCity { service in
      let organisation = try await Self.create(service) {
        $0.kind = kind
        $0.fullMemberCount = members
      }
      #expect(organisation.warnings.map(\.field) == (warns ? ["full_member_count"] : []))
    }
  }

  @Test func anAssignmentIsCheckedFieldByField() async throws {
    try await TestService.withCity { service in
      let day = CalendarDate(2025, 1, 1)
      let empty = try await failure {
        try await Self.assign(service, from: day) {
          $0.instructor = nil
          $0.firm = ""
        }
      }
      #expect(
        empty.fields == [
          "instructor_assignment.firm: REQUIRED_FIELD", "instructor_assignment.instructor: REQUIRED_FIELD",
        ]
      )
      let nobody = try await failure { try await Self.assign(service, from: day) { $0.instructor = .init() } }
      #expect(nobody.fields == ["instructor_assignment.instructor.reference: REQUIRED_FIELD"])
      let county = try await failure { try await Self.assign(service, from: day) { $0.division = TestService.county } }
      #expect(county.fields == ["instructor_assignment.division: INVALID_FIELD"])
      let assigned = try await Self.assign(service, from: day)
      let listed = try await service.party.listInstructorAssignments(
        .with {
          $0.parent = TestService.city
          $0.filter = "firm = \"\(TestService.firm)\" AND valid_from <= \"2025-01-01\""
        }
      )
      #expect(listed.instructorAssignments == [assigned])
      let ended = try await service.party.updateInstructorAssignment(
        .with {
          $0.instructorAssignment = .with {
            $0.name = assigned.name
            $0.validTo = CalendarDate(2025, 6, 1)
          }
        }
      )
      #expect(try await service.party.getInstructorAssignment(.with { $0.name = assigned.name }) == ended)
    }
  }

  @Test func organisationsAreListedBySphereAndKind() async throws {
    try await TestService.withCity { service in
      let branch = try await Self.create(service)
      try await Self.create(service, "o2") {
        $0.kind = .committee
        $0.sphere = .industry
      }
      let listed = try await service.party.listPartyOrganisations(
        .with {
          $0.parent = TestService.city
          $0.filter = "sphere = SPHERE_FIRM AND kind = BRANCH"
        }
      )
      #expect(listed.partyOrganisations == [branch])
      #expect(try await service.party.getPartyOrganisation(.with { $0.name = branch.name }) == branch)
    }
  }
}
