internal import ProtobufRuntime
internal import RPCCore
internal import RedSailAPI
internal import Testing

/// Wrong values of each kind, with the field and the reason that callers get.
@Suite struct ValidationTests {
  /// A compound's creation, with one thing wrong.
  struct Case: Sendable, CustomTestStringConvertible {
    let expected: String
    let change: @Sendable (inout CreateCompoundRequest) -> Void
    var testDescription: String { expected }
  }

  private static let cases: [Case] = [
    Case(expected: "parent: REQUIRED_FIELD") { $0.parent = "" },
    Case(expected: "parent: INVALID_NAME") { $0.parent = "cities/济宁" },
    Case(expected: "parent: INVALID_NAME") { $0.parent = "cities/370800/firms/1" },
    Case(expected: "compound: REQUIRED_FIELD") { $0.compound = nil },
    Case(expected: "compound_id: INVALID_FIELD") { $0.compoundID = "Über" },
    Case(expected: "compound_id: INVALID_FIELD") { $0.compoundID = String(repeating: "a", count: 65) },
    Case(expected: "compound.division: REQUIRED_FIELD") { $0.compound?.division = "" },
    Case(expected: "compound.division: INVALID_NAME") { $0.compound?.division = "divisions/370811012001" },
    Case(expected: "compound.division: OTHER_CITY") { $0.compound?.division = "cities/371100/divisions/371102001001" },
    Case(expected: "compound.display_name: REQUIRED_FIELD") { $0.compound?.displayName = "" },
    Case(expected: "compound.display_name: INVALID_FIELD") {
      $0.compound?.displayName = String(repeating: "小", count: 65)
    },
    Case(expected: "compound.display_name: INVALID_FIELD") { $0.compound?.displayName = "红\0帆" },
    Case(expected: "compound.grid: INVALID_NAME") { $0.compound?.grid = "cities/370800/compounds/c1" },
    Case(expected: "compound.build_year: INVALID_FIELD") { $0.compound?.buildYear = -1 },
    Case(expected: "compound.area_hundredths: INVALID_FIELD") { $0.compound?.areaHundredths = -1 },
    Case(expected: "compound.household_count: INVALID_FIELD") { $0.compound?.householdCount = -1 },
    Case(expected: "compound.valid_from: INVALID_DATE") { $0.compound?.validFrom = CalendarDate(2025, 2, 29) },
    Case(expected: "compound.valid_to: INVALID_DATE") { $0.compound?.validTo = CalendarDate(0, 1, 1) },
    Case(expected: "compound.valid_to: PERIOD_REVERSED") {
      $0.compound?.validFrom = CalendarDate(2025, 1, 1)
      $0.compound?.validTo = CalendarDate(2025, 1, 1)
    },
    Case(expected: "compound.external_ids[1].source_system: REQUIRED_FIELD") {
      $0.compound?.externalIDs = [
        .with {
          $0.sourceSystem = "jining-housing"
          $0.id = "1"
        }, .with { $0.id = "2" },
      ]
    },
    Case(expected: "compound.external_ids[0].id: INVALID_FIELD") {
      $0.compound?.externalIDs = [
        .with {
          $0.sourceSystem = "jining-housing"
          $0.id = String(repeating: "1", count: 129)
        }
      ]
    },
  ]

  @Test(arguments: cases)
  func aWrongFieldIsNamed(wrong: Case) async throws {
    try await TestService.withCity { service in
      var request = CreateCompoundRequest.with {
        $0.parent = TestService.city
        $0.compoundID = "new"
        $0.compound = .with {
          $0.division = TestService.community
          $0.displayName = "新小区"
        }
      }
      wrong.change(&request)
      let refused = try await failure { try await service.compounds.createCompound(request) }
      #expect(refused.code == .invalidArgument)
      #expect(refused.fields == [wrong.expected])
      #expect(refused.reason == wrong.expected.split(separator: " ").last.map(String.init))
    }
  }

  @Test(arguments: [
    ("", "REQUIRED_FIELD"), ("91370811MA3YYYY16Y", "INVALID_CREDIT_CODE"), ("91370811MA3YYYY16", "INVALID_CREDIT_CODE"),
    ("91370811ma3yyyy16x", "INVALID_CREDIT_CODE"), ("9137O811MA3YYYY16X", "INVALID_CREDIT_CODE"),
  ])
  func aFirmIsNamedByItsCreditCode(code: String, reason: String) async throws {
    try await TestService.withCity { service in
      let refused = try await failure { try await service.makeFirm(code, "物业") }
      #expect(refused.code == .invalidArgument && refused.fields == ["firm_id: \(reason)"])
    }
  }

  @Test(arguments: ["9144030071526726XG", "914403001922038216"])
  func realCreditCodesAreTaken(code: String) async throws {
    try await TestService.withCity { service in
      let firm = try await service.makeFirm(code, "物业")
      #expect(firm.creditCode == code)
    }
  }

  @Test(arguments: ["", "37080", "370811", "370000", "37O800"])
  func aCityIsNamedByItsCode(code: String) async throws {
    try await TestService.with { service in
      let refused = try await failure {
        try await service.divisions.createCity(
          .with {
            $0.cityID = code
            $0.city = .with { $0.displayName = "某市" }
          }
        )
      }
      #expect(refused.code == .invalidArgument)
      #expect(refused.fields == ["city_id: \(code.isEmpty ? "REQUIRED_FIELD" : "INVALID_DIVISION_CODE")"])
    }
  }

  @Test func aCityKeepsWhetherItIsADemonstration() async throws {
    try await TestService.with { service in
      let creation = { (scale: Int32) in
        CreateCityRequest.with {
          $0.cityID = "370800"
          $0.city = .with {
            $0.displayName = "济宁市"
            $0.demonstration = .with { $0.scaleMillionths = scale }
          }
        }
      }
      for scale in [Int32(4_999), 1_000_001] {
        let refused = try await failure { try await service.divisions.createCity(creation(scale)) }
        #expect(refused.fields == ["city.demonstration.scale_millionths: INVALID_FIELD"])
      }
      _ = try await service.divisions.createCity(creation(20_000))
      let refused = try await failure {
        try await service.divisions.updateCity(
          .with {
            $0.city = .with { $0.name = "cities/370800" }
            $0.updateMask = .with { $0.paths = ["demonstration"] }
          }
        )
      }
      #expect(refused.fields == ["city.demonstration: INVALID_UPDATE_MASK"])
    }
  }
}
