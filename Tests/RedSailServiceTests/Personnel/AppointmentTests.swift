internal import ProtobufRuntime
internal import RPCCore
internal import RedSailAPI
internal import Testing

/// The six kinds of cross appointments (双向进入、交叉任职): from where to where each leads.
@Suite struct AppointmentTests {
  /// An organisation of every type, by what it is.
  private static let organisations: KeyValuePairs<String, String> = [
    "firm's": "cities/370800/partyOrganisations/o-firm",
    "compound's": "cities/370800/partyOrganisations/o-compound",
    "grid's": "cities/370800/partyOrganisations/o-grid",
    "community's": "cities/370800/partyOrganisations/o-community",
    "firm": TestService.firm, "project": TestService.project, "committee": "cities/370800/committees/b1",
    "grid": TestService.grid, "community": TestService.community, "street": TestService.street,
  ]

  private static let kinds: [(kind: Appointment.Kind, from: Set<String>, to: Set<String>)] = [
    (.partyHeadToCommunity, ["firm's", "firm", "committee"], ["community's"]),
    (.communityToCommittee, ["community's", "community"], ["committee"]),
    (
      .supervisorOfFirm,
      ["firm's", "compound's", "grid's", "community's", "committee", "grid", "community", "street"], ["firm"]
    ),
    (.managerToGridBranch, ["project", "firm"], ["grid's"]),
    (.gridWorkerToSteward, ["grid"], ["firm", "project"]),
    (.headToCompoundBranch, ["committee", "firm", "project"], ["compound's"]),
  ]

  private static func withOrganisations(_ body: (TestService) async throws -> Void) async throws {
    try await TestService.withCity { service in
      try await service.makeOrganisation("o-firm", .firm)
      try await service.makeOrganisation("o-compound", .compound)
      try await service.makeOrganisation("o-grid", .grid)
      try await service.makeOrganisation("o-community", .community)
      try await service.makeProject()
      try await service.makeCommittee()
      try await body(service)
    }
  }

  @discardableResult
  private static func create(
    _ service: TestService,
    _ kind: Appointment.Kind = .partyHeadToCommunity,
    from: String = TestService.firm,
    to: String = "cities/370800/partyOrganisations/o-community",
    _ change: (inout Appointment) -> Void = { _ in }
  ) async throws -> Appointment {
    var appointment = Appointment.with {
      $0.division = TestService.community
      $0.kind = kind
      $0.person = TestService.person
      $0.fromOrganisation = from
      $0.toOrganisation = to
      $0.validFrom = CalendarDate(2024, 1, 1)
    }
    change(&appointment)
    return try await service.personnel.createAppointment(
      .with {
        $0.parent = TestService.city
        $0.appointment = appointment
      }
    )
  }

  @Test(arguments: kinds.map(\.kind))
  func eachKindLeadsBetweenItsOrganisationsOnly(kind: Appointment.Kind) async throws {
    let route = try #require(Self.kinds.first { $0.kind == kind })
    try await Self.withOrganisations { service in
      var made = 0
      for (from, source) in Self.organisations {
        for (to, target) in Self.organisations {
          made += 1
          let person = PersonReference.with { $0.reference = "p-\(made)" }
          var wrong = route.from.contains(from) ? [] : ["appointment.from_organisation: INVALID_FIELD"]
          if !route.to.contains(to) {
            // Nobody is ever appointed to a division; where the types fit, the first end is looked at first.
            let reason = ["community", "street"].contains(to) ? "INVALID_NAME" : "INVALID_FIELD"
            wrong.append("appointment.to_organisation: \(reason)")
          }
          if wrong.isEmpty {
            let appointment = try await Self.create(service, kind, from: source, to: target) { $0.person = person }
            #expect(appointment.kind == kind)
          } else {
            let refused = try await failure {
              try await Self.create(service, kind, from: source, to: target) { $0.person = person }
            }
            #expect(refused.code == .invalidArgument, "\(from) to \(to)")
            #expect(!refused.fields.isEmpty && Set(refused.fields).isSubset(of: wrong), "\(from) to \(to)")
          }
        }
      }
    }
  }

  @Test func nobodyIsAppointedTwiceAtATime() async throws {
    try await Self.withOrganisations { service in
      let first = try await Self.create(service) { $0.validTo = CalendarDate(2025, 1, 1) }
      let refused = try await failure {
        try await Self.create(service, from: "cities/370800/committees/b1") {
          $0.validFrom = CalendarDate(2024, 12, 31)
        }
      }
      #expect(refused.code == .failedPrecondition && refused.reason == "PERIOD_OVERLAP")
      #expect(refused.metadata == ["name": first.name])
      let second = try await Self.create(service) { $0.validFrom = CalendarDate(2025, 1, 1) }
      // Another person, another kind, another organisation.
      let other = try await Self.create(service) { $0.person = .with { $0.reference = "p-2" } }
      try await Self.create(service, .supervisorOfFirm, from: TestService.community, to: TestService.firm)
      try await Self.create(service, .supervisorOfFirm, from: TestService.community, to: TestService.otherFirm)
      let swapped = try await failure {
        try await service.personnel.updateAppointment(
          .with {
            $0.appointment = .with {
              $0.name = other.name
              $0.person = TestService.person
            }
          }
        )
      }
      #expect(swapped.reason == "PERIOD_OVERLAP")
      let longer = try await failure {
        try await service.personnel.updateAppointment(
          .with {
            $0.appointment = .with {
              $0.name = first.name
              $0.validTo = CalendarDate(2025, 1, 2)
            }
          }
        )
      }
      #expect(longer.reason == "PERIOD_OVERLAP" && longer.metadata == ["name": second.name])
      let listed = try await service.personnel.listAppointments(
        .with {
          $0.parent = TestService.city
          $0.filter = "person.reference = \"p-1\" AND kind = PARTY_HEAD_TO_COMMUNITY"
          $0.orderBy = "valid_from"
        }
      )
      #expect(listed.appointments == [first, second])
    }
  }

  @Test func anAppointmentHasAKindAPersonAndTwoEnds() async throws {
    try await TestService.withCity { service in
      let refused = try await failure {
        try await service.personnel.createAppointment(
          .with {
            $0.parent = TestService.city
            $0.appointment = .with { $0.division = TestService.community }
          }
        )
      }
      #expect(
        refused.fields == [
          "appointment.kind: REQUIRED_FIELD", "appointment.person: REQUIRED_FIELD",
          "appointment.from_organisation: REQUIRED_FIELD", "appointment.to_organisation: REQUIRED_FIELD",
        ]
      )
    }
  }
}
