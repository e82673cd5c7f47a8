internal import ProtobufRuntime
internal import RPCCore
internal import RedSailAPI
internal import Testing

@Suite struct ProjectRuleTests {
  private static func term(_ reference: String, _ from: CalendarDate, _ to: CalendarDate? = nil) -> Project.ManagerTerm
  {
    .with {
      $0.manager = .with { $0.reference = reference }
      $0.validFrom = from
      $0.validTo = to
    }
  }

  @Test func compoundsAreThereOnceAndInsideTheDivision() async throws {
    try await TestService.withCity { service in
      let none = try await failure { try await service.makeProject { $0.compounds = [] } }
      #expect(none.fields == ["project.compounds: REQUIRED_FIELD"])
      let twice = try await failure {
        try await service.makeProject { $0.compounds = [TestService.compound, TestService.compound] }
      }
      #expect(twice.fields == ["project.compounds[1]: INVALID_FIELD"])
      let unknown = try await failure {
        try await service.makeProject { $0.compounds = [TestService.compound, "cities/370800/compounds/c9"] }
      }
      #expect(unknown.metadata == ["field": "project.compounds[1]", "name": "cities/370800/compounds/c9"])
      let outside = try await failure {
        try await service.makeProject {
          $0.division = TestService.county
          $0.compounds = [TestService.compound, TestService.otherCompound]
        }
      }
      #expect(outside.fields == ["project.compounds[1]: INVALID_FIELD"])
      let inside = try await service.makeProject { $0.division = TestService.county }
      #expect(inside.compounds == [TestService.compound])
    }
  }

  @Test func managersFollowOneAnother() async throws {
    try await TestService.withCity { service in
      let overlap = try await failure {
        try await service.makeProject {
          $0.managerTerms = [
            Self.term("m1", CalendarDate(2024, 1, 1), CalendarDate(2025, 1, 2)),
            Self.term("m2", CalendarDate(2025, 1, 1)),
          ]
        }
      }
      #expect(overlap.code == .failedPrecondition && overlap.reason == "PERIOD_OVERLAP")
      let disorder = try await failure {
        try await service.makeProject {
          $0.managerTerms = [Self.term("m1", CalendarDate(2025, 1, 1)), Self.term("m2", CalendarDate(2024, 1, 1))]
        }
      }
      #expect(disorder.fields == ["project.manager_terms[1].valid_from: INVALID_FIELD"])
      let nobody = try await failure {
        try await service.makeProject { $0.managerTerms = [.init()] }
      }
      #expect(
        nobody.fields == [
          "project.manager_terms[0].manager: REQUIRED_FIELD", "project.manager_terms[0].valid_from: REQUIRED_FIELD",
        ]
      )
      let project = try await service.makeProject {
        $0.managerTerms = [
          Self.term("m1", CalendarDate(2024, 1, 1), CalendarDate(2025, 1, 1)),
          Self.term("m2", CalendarDate(2025, 1, 1)),
        ]
      }
      #expect(try await service.projects.getProject(.with { $0.name = project.name }) == project)
    }
  }

  @Test func aProjectLiesInsideItsFirmsPeriod() async throws {
    try await TestService.withCity { service in
      _ = try await service.firms.updateFirm(
        .with {
          $0.firm = .with {
            $0.name = TestService.firm
            $0.validFrom = CalendarDate(2014, 1, 1)
            $0.validTo = CalendarDate(2025, 1, 1)
          }
        }
      )
      for (from, to) in [(nil, nil), (CalendarDate(2013, 12, 31), CalendarDate(2020, 1, 1))]
        as [(CalendarDate?, CalendarDate?)]
      {
        let refused = try await failure {
          try await service.makeProject {
            $0.validFrom = from
            $0.validTo = to
          }
        }
        #expect(refused.code == .failedPrecondition && refused.reason == "PERIOD_OUTSIDE")
        #expect(refused.metadata == ["name": TestService.firm])
      }
      try await service.makeProject {
        $0.validFrom = CalendarDate(2014, 1, 1)
        $0.validTo = CalendarDate(2025, 1, 1)
      }
    }
  }

  @Test func projectsAreListedByFirm() async throws {
    try await TestService.withCity { service in
      let first = try await service.makeProject()
      try await service.makeProject("p2") { $0.firm = TestService.otherFirm }
      let listed = try await service.projects.listProjects(
        .with {
          $0.parent = TestService.city
          $0.filter = "firm = \"\(TestService.firm)\""
        }
      )
      #expect(listed.projects == [first])
    }
  }
}
