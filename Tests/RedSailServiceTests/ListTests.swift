internal import ProtobufRuntime
internal import RPCCore
internal import RedSailAPI
internal import Testing

@Suite struct ListTests {
  /// Compounds `a` to `e` beside the city's `c1` and `c2`, built in 2001 to 2005.
  private static func fill(_ service: TestService) async throws {
    for (index, id) in ["a", "b", "c", "d", "e"].enumerated() {
      _ = try await service.compounds.createCompound(
        .with {
          $0.parent = TestService.city
          $0.compoundID = id
          $0.compound = .with {
            $0.division = index < 3 ? TestService.community : TestService.otherCommunity
            $0.displayName = index % 2 == 0 ? "红帆\(id)" : "运河\(id)"
            $0.buildYear = Int32(2001 + index)
            $0.oldCompound = index == 0
            $0.validFrom = CalendarDate(2020, 1, Int32(index + 1))
            if index == 0 { $0.grid = TestService.grid }
          }
        }
      )
      service.clock.advance(seconds: 60)
    }
  }

  private static func ids(_ compounds: [Compound]) -> String {
    compounds.map { $0.name.split(separator: "/").last ?? "" }.joined(separator: " ")
  }

  @Test(arguments: [
    ("", "a b c c1 c2 d e"),
    ("build_year = 2002", "b"),
    ("build_year >= 2003", "c d e"),
    ("build_year > 2001 AND build_year < 2004", "b c"),
    ("old_compound = true", "a"),
    ("display_name = \"红帆*\" AND NOT build_year = 2003", "a e"),
    ("valid_from <= \"2020-01-02\"", "a b"),
    ("division = \"cities/370800/divisions/370811012001\" AND build_year:*", "a b c"),
    ("grid = \"cities/370800/grids/g1\"", "a"),
    ("build_year = 2001 OR build_year = 2005", "a e"),
  ])
  func filters(filter: String, expected: String) async throws {
    try await TestService.withCity { service in
      try await Self.fill(service)
      let page = try await service.compounds.listCompounds(
        .with {
          $0.parent = TestService.city
          $0.filter = filter
        }
      )
      #expect(Self.ids(page.compounds) == expected)
      #expect(page.nextPageToken.isEmpty)
    }
  }

  @Test(arguments: [
    ("build_year desc", "e d c b a"), ("create_time", "a b c d e"), ("display_name", "a c e b d"),
  ])
  func orders(order: String, expected: String) async throws {
    try await TestService.withCity { service in
      try await Self.fill(service)
      let page = try await service.compounds.listCompounds(
        .with {
          $0.parent = TestService.city
          $0.filter = "build_year:*"
          $0.orderBy = order
        }
      )
      #expect(Self.ids(page.compounds) == expected)
    }
  }

  @Test(arguments: [("370811", "a b c c1"), ("370881001001", "c2 d e"), ("370800", "a b c c1 c2 d e")])
  func aDivisionNarrowsToItsSubtree(code: String, expected: String) async throws {
    try await TestService.withCity { service in
      try await Self.fill(service)
      let page = try await service.compounds.listCompounds(
        .with {
          $0.parent = TestService.city
          $0.division = "cities/370800/divisions/\(code)"
        }
      )
      #expect(Self.ids(page.compounds) == expected)
    }
  }

  @Test func pagesNeitherShiftNorRepeatWhileRecordsComeAndGo() async throws {
    try await TestService.withCity { service in
      try await Self.fill(service)
      var request = ListCompoundsRequest.with {
        $0.parent = TestService.city
        $0.pageSize = 2
      }
      let first = try await service.compounds.listCompounds(request)
      #expect(Self.ids(first.compounds) == "a b")
      try await service.makeCompound("aa", in: TestService.community)
      try await service.makeCompound("bb", in: TestService.community)
      _ = try await service.compounds.deleteCompound(.with { $0.name = "cities/370800/compounds/a" })
      request.pageToken = first.nextPageToken
      let second = try await service.compounds.listCompounds(request)
      #expect(Self.ids(second.compounds) == "bb c")
      var rest: [Compound] = []
      request.pageToken = second.nextPageToken
      for try await compound in service.compounds.compounds(request) { rest.append(compound) }
      #expect(Self.ids(rest) == "c1 c2 d e")
    }
  }

  @Test func aTokenServesItsOwnRequestOnly() async throws {
    try await TestService.withCity { service in
      try await Self.fill(service)
      let request = ListCompoundsRequest.with {
        $0.parent = TestService.city
        $0.pageSize = 2
      }
      let token = try await service.compounds.listCompounds(request).nextPageToken
      var larger = request
      larger.pageToken = token
      larger.pageSize = 3
      #expect(try await service.compounds.listCompounds(larger).compounds.count == 3)
      let changes: [(inout ListCompoundsRequest) -> Void] = [
        { $0.filter = "build_year:*" }, { $0.orderBy = "build_year" }, { $0.showDeleted = true },
        { $0.division = TestService.county }, { $0.pageToken = token + "A" }, { $0.pageToken = "not-a-token" },
      ]
      for change in changes {
        var other = request
        other.pageToken = token
        change(&other)
        let refused = try await failure { try await service.compounds.listCompounds(other) }
        #expect(refused.code == .invalidArgument && refused.fields == ["page_token: INVALID_PAGE_TOKEN"])
      }
      let firms = try await failure {
        try await service.firms.listFirms(
          .with {
            $0.parent = TestService.city
            $0.pageToken = token
          }
        )
      }
      #expect(firms.reason == "INVALID_PAGE_TOKEN")
    }
  }

  @Test(arguments: [
    ("address = \"x\"", "FIELD_NOT_INDEXED"), ("nonsense > 3", "FIELD_NOT_INDEXED"),
    ("build_year = ", "INVALID_FILTER"), ("build_year = old", "INVALID_FILTER"), ("(build_year = 1", "INVALID_FILTER"),
    ("红帆", "INVALID_FILTER"), ("old_compound > true", "INVALID_FILTER"),
    ("valid_from = \"2020-02-30\"", "INVALID_FILTER"),
  ])
  func aFilterThatCannotBeServedIsRefused(filter: String, reason: String) async throws {
    try await TestService.withCity { service in
      let refused = try await failure {
        try await service.compounds.listCompounds(
          .with {
            $0.parent = TestService.city
            $0.filter = filter
          }
        )
      }
      #expect(refused.code == .invalidArgument && refused.fields == ["filter: \(reason)"])
      if reason == "FIELD_NOT_INDEXED" {
        #expect(filter.hasPrefix(refused.metadata["field"] ?? "-"))
        #expect(refused.metadata["allowed"]?.contains("build_year") == true)
      } else {
        #expect(refused.metadata["position"] != nil)
      }
    }
  }

  @Test(arguments: [
    ("address", "FIELD_NOT_INDEXED"), ("build_year down", "INVALID_ORDER_BY"), ("build_year,", "INVALID_ORDER_BY"),
    ("build_year, display_name", "INVALID_ORDER_BY"), ("build_year, build_year", "INVALID_ORDER_BY"),
  ])
  func anOrderThatCannotBeServedIsRefused(order: String, reason: String) async throws {
    try await TestService.withCity { service in
      let refused = try await failure {
        try await service.compounds.listCompounds(
          .with {
            $0.parent = TestService.city
            $0.orderBy = order
          }
        )
      }
      #expect(refused.code == .invalidArgument && refused.fields == ["order_by: \(reason)"])
    }
  }

  @Test func allThatIsWrongIsToldAtOnce() async throws {
    try await TestService.withCity { service in
      let refused = try await failure {
        try await service.compounds.listCompounds(
          .with {
            $0.parent = TestService.city
            $0.pageSize = -1
            $0.filter = "nonsense = 1"
            $0.orderBy = "nonsense"
            $0.division = "cities/371100/divisions/371102"
          }
        )
      }
      #expect(
        refused.fields == [
          "division: OTHER_CITY", "filter: FIELD_NOT_INDEXED", "order_by: FIELD_NOT_INDEXED",
          "page_size: INVALID_FIELD",
        ]
      )
      let unknown = try await failure {
        try await service.compounds.listCompounds(
          .with {
            $0.parent = TestService.city
            $0.division = "cities/370800/divisions/370826"
          }
        )
      }
      #expect(unknown.reason == "REFERENCE_NOT_FOUND" && unknown.metadata["field"] == "division")
    }
  }

  @Test func citiesPageByNameAndByTime() async throws {
    try await TestService.with { service in
      for (code, name) in [("371100", "日照市"), ("370800", "济宁市"), ("370200", "青岛市")] {
        _ = try await service.divisions.createCity(
          .with {
            $0.cityID = code
            $0.city = .with { $0.displayName = name }
          }
        )
        service.clock.advance(seconds: 1)
      }
      var names: [String] = []
      for try await city in service.divisions.cities(.with { $0.pageSize = 1 }) { names.append(city.name) }
      #expect(names == ["cities/370200", "cities/370800", "cities/371100"])
      let latest = try await service.divisions.listCities(
        .with {
          $0.orderBy = "create_time desc"
          $0.pageSize = 2
        }
      )
      #expect(latest.cities.map(\.displayName) == ["青岛市", "济宁市"])
      let last = try await service.divisions.listCities(
        .with {
          $0.orderBy = "create_time desc"
          $0.pageSize = 2
          $0.pageToken = latest.nextPageToken
        }
      )
      #expect(last.cities.map(\.displayName) == ["日照市"] && last.nextPageToken.isEmpty)
      let one = try await service.divisions.listCities(.with { $0.filter = "display_name = \"济*\"" })
      #expect(one.cities.map(\.displayName) == ["济宁市"])
    }
  }
}
