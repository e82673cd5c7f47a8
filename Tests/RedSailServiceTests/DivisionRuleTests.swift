internal import ProtobufRuntime
internal import RPCCore
internal import RedSailAPI
internal import Testing

@Suite struct DivisionRuleTests {
  private static func creation(_ id: String, _ change: (inout Division) -> Void) -> CreateDivisionRequest {
    .with {
      $0.parent = TestService.city
      $0.divisionID = id
      $0.division = .with {
        $0.code = id
        $0.level = .street
        $0.parentDivision = TestService.county
        $0.displayName = "某街道"
        change(&$0)
      }
    }
  }

  @Test(arguments: [
    ("370811013", "370811013001", Division.Level.street, "division_id"),
    ("370811", "370811", .street, "division.code"),
    ("370811013001", "370811013001", .street, "division.code"),
    ("37081101", "37081101", .street, "division.code"),
    ("370811000", "370811000", .street, "division.code"),
  ])
  func aCodeFitsItsLevel(id: String, code: String, level: Division.Level, field: String) async throws {
    try await TestService.withCity { service in
      let refused = try await failure {
        try await service.divisions.createDivision(
          Self.creation(id) {
            $0.code = code
            $0.level = level
          }
        )
      }
      #expect(refused.code == .invalidArgument)
      #expect(refused.fields.contains("\(field): INVALID_DIVISION_CODE"))
    }
  }

  @Test func aZoneHasASchemeOfItsOwnAndAnExplicitParent() async throws {
    try await TestService.withCity { service in
      let zone = try await service.divisions.createDivision(
        Self.creation("taibaihu") {
          $0.scheme = "jining-zones"
          $0.code = "TBH"
          $0.level = .county
          $0.parentDivision = "cities/370800/divisions/370800"
        }
      )
      #expect(zone.name == "cities/370800/divisions/taibaihu")
      // A street whose code belongs to 任城 can lie in the zone.
      try await service.makeDivision("370811099", .street, below: "taibaihu", "石桥街道")
      let below = try await service.divisions.listDivisions(
        .with {
          $0.parent = TestService.city
          $0.division = zone.name
        }
      )
      #expect(below.divisions.map(\.name) == ["cities/370800/divisions/370811099", zone.name])
    }
  }

  @Test func aParentIsAboveAndThere() async throws {
    try await TestService.withCity { service in
      let missing = try await failure {
        try await service.divisions.createDivision(Self.creation("370811013") { $0.parentDivision = "" })
      }
      #expect(missing.fields == ["division.parent_division: REQUIRED_FIELD"])
      let unknown = try await failure {
        try await service.divisions.createDivision(
          Self.creation("370811013") { $0.parentDivision = "cities/370800/divisions/370826" }
        )
      }
      #expect(unknown.code == .failedPrecondition && unknown.reason == "REFERENCE_NOT_FOUND")
      let sideways = try await failure {
        try await service.divisions.createDivision(
          Self.creation("370811013") { $0.parentDivision = TestService.street }
        )
      }
      #expect(sideways.code == .failedPrecondition && sideways.reason == "INVALID_PARENT")
      let circle = try await failure {
        try await service.divisions.updateDivision(
          .with {
            $0.division = .with {
              $0.name = TestService.county
              $0.parentDivision = TestService.street
            }
          }
        )
      }
      #expect(circle.reason == "INVALID_PARENT")
    }
  }

  @Test func aMovedDivisionTakesItsRecordsAlong() async throws {
    try await TestService.withCity { service in
      let list = { (division: String) in
        try await service.compounds.listCompounds(
          .with {
            $0.parent = TestService.city
            $0.division = division
          }
        ).compounds.map(\.name)
      }
      #expect(try await list(TestService.otherCounty) == [TestService.otherCompound])
      let moved = try await service.divisions.updateDivision(
        .with {
          $0.division = .with {
            $0.name = TestService.street
            $0.parentDivision = TestService.otherCounty
          }
        }
      )
      #expect(try await service.divisions.getDivision(.with { $0.name = moved.name }) == moved)
      #expect(try await list(TestService.otherCounty) == [TestService.compound, TestService.otherCompound])
      #expect(try await list(TestService.county).isEmpty)
    }
  }

  @Test func whatHasSomethingBelowIsNotDeleted() async throws {
    try await TestService.withCity { service in
      let parent = try await failure {
        try await service.divisions.deleteDivision(.with { $0.name = "cities/370800/divisions/370881001" })
      }
      #expect(parent.reason == "STILL_REFERENCED" && parent.metadata == ["name": TestService.otherCommunity])
      let community = try await failure {
        try await service.divisions.deleteDivision(.with { $0.name = TestService.otherCommunity })
      }
      #expect(community.metadata == ["name": TestService.otherCompound])
      _ = try await service.compounds.deleteCompound(.with { $0.name = TestService.otherCompound })
      _ = try await service.divisions.deleteDivision(.with { $0.name = TestService.otherCommunity })
      let compound = try await failure { try await service.makeCompound("c3", in: TestService.otherCommunity) }
      #expect(compound.reason == "REFERENCE_NOT_FOUND")
      #expect(compound.metadata == ["field": "compound.division", "name": TestService.otherCommunity])
    }
  }

  @Test func successorsCountAsReferences() async throws {
    try await TestService.withCity { service in
      try await service.makeDivision("370811013", .street, below: "370811", "新街道")
      let succeed = { (successors: [String]) in
        try await service.divisions.updateDivision(
          .with {
            $0.division = .with {
              $0.name = "cities/370800/divisions/370811013"
              $0.successors = successors
            }
            $0.updateMask = .with { $0.paths = ["successors"] }
          }
        )
      }
      let itself = try await failure { try await succeed(["cities/370800/divisions/370811013"]) }
      #expect(itself.fields == ["division.successors[0]: INVALID_FIELD"])
      try await service.makeDivision("370811014", .street, below: "370811", "后继街道")
      _ = try await succeed(["cities/370800/divisions/370811014"])
      let delete = {
        try await service.divisions.deleteDivision(.with { $0.name = "cities/370800/divisions/370811014" })
      }
      let refused = try await failure { try await delete() }
      #expect(refused.metadata == ["name": "cities/370800/divisions/370811013"])
      _ = try await succeed([])
      _ = try await delete()
    }
  }

  @Test func aRecordLiesAtTheLevelItBelongsTo() async throws {
    try await TestService.withCity { service in
      let compound = try await failure { try await service.makeCompound("c3", in: TestService.street) }
      #expect(compound.fields == ["compound.division: INVALID_FIELD"])
      let firm = try await failure { try await service.makeFirm("914403001922038216", "物业", in: TestService.street) }
      #expect(firm.fields == ["firm.division: INVALID_FIELD"])
      let project = try await failure {
        try await service.makeProject { $0.division = "cities/370800/divisions/370800" }
      }
      #expect(project.fields == ["project.division: INVALID_FIELD"])
      let grid = try await failure {
        try await service.compounds.updateCompound(
          .with {
            $0.compound = .with {
              $0.name = TestService.otherCompound
              $0.grid = TestService.grid
            }
          }
        )
      }
      #expect(grid.fields == ["compound.grid: INVALID_FIELD"])
    }
  }

  @Test func gridsAreReadChangedDeletedAndRestored() async throws {
    try await TestService.withCity { service in
      let renamed = try await service.divisions.updateGrid(
        .with {
          $0.grid = .with {
            $0.name = TestService.grid
            $0.displayName = "庭院网格"
          }
        }
      )
      #expect(try await service.divisions.getGrid(.with { $0.name = TestService.grid }) == renamed)
      let found = try await service.divisions.listGrids(
        .with {
          $0.parent = TestService.city
          $0.filter = "code = \"G-1\" AND scheme = \"jining-grid-2024\""
        }
      )
      #expect(found.grids == [renamed])
      _ = try await service.divisions.deleteGrid(.with { $0.name = TestService.grid })
      #expect(try await service.divisions.undeleteGrid(.with { $0.name = TestService.grid }).deleteTime == nil)
      let city = try await service.divisions.updateCity(
        .with {
          $0.city = .with {
            $0.name = TestService.city
            $0.displayName = "济宁"
          }
        }
      )
      #expect(try await service.divisions.getCity(.with { $0.name = TestService.city }) == city)
      try await service.makeDivision("370826", .county, below: "370800", "微山县")
      let county = "cities/370800/divisions/370826"
      _ = try await service.divisions.deleteDivision(.with { $0.name = county })
      #expect(try await service.divisions.undeleteDivision(.with { $0.name = county }).deleteTime == nil)
    }
  }
}
