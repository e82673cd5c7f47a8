internal import ProtobufRuntime
internal import RPCCore
internal import RedSailAPI
internal import Testing

/// Service areas, buildings and units belong together.
@Suite struct ServiceAreaRuleTests {
  private static let place = Place.jining

  @Test func placesAgree() async throws {
    try await TestService.withPlace(Self.place) { service in
      let place = Self.place
      try await service.makeArea(place, "a2", compounds: ["k2"])
      let stranger = try await failure {
        try await service.makeBuilding(place, "b0") { $0.compound = place.compound("k2") }
      }
      #expect(stranger.code == .invalidArgument && stranger.fields == ["building.service_area: INVALID_FIELD"])
      let elsewhere = try await failure { try await service.makeBuilding(place, "b0") { $0.division = place.street } }
      #expect(elsewhere.fields == ["building.division: INVALID_FIELD"])
      try await service.makeBuilding(place)
      let otherArea = try await failure { try await service.makeUnit(place, 1) { $0.serviceArea = place.area("a2") } }
      #expect(otherArea.fields == ["unit.service_area: INVALID_FIELD"])
      let otherDivision = try await failure {
        try await service.makeUnit(place, 1) { $0.division = place.street + "002" }
      }
      #expect(otherDivision.fields == ["unit.division: INVALID_FIELD"])
      for area in [0, -1] as [Int64] {
        let refused = try await failure { try await service.makeUnit(place, 1) { $0.areaHundredths = area } }
        #expect(refused.code == .invalidArgument && refused.fields.count == 1)
        #expect(refused.fields[0].hasPrefix("unit.area_hundredths: "))
      }
      // A building whose area is not entered takes units of any area that holds its compound.
      try await service.makeBuilding(place, "b2") { $0.serviceArea = "" }
      try await service.makeUnit(place, 1) { $0.building = "\(place.city)/buildings/b2" }
      let wrong = try await failure {
        try await service.makeUnit(place, 2) {
          $0.building = "\(place.city)/buildings/b2"
          $0.serviceArea = place.area("a2")
        }
      }
      #expect(wrong.fields == ["unit.service_area: INVALID_FIELD"])
    }
  }

  @Test func anAreaKeepsTheCompoundsOfItsBuildings() async throws {
    try await TestService.withPlace(Self.place) { service in
      let place = Self.place
      let building = try await service.makeBuilding(place)
      var area = try await service.serviceAreas.getServiceArea(.with { $0.name = place.area() })
      area.compounds = [place.compound("k2")]
      let change = area
      let refused = try await failure {
        try await service.serviceAreas.updateServiceArea(.with { $0.serviceArea = change })
      }
      #expect(refused.reason == "STILL_REFERENCED" && refused.metadata == ["name": building.name])
      let twice = try await failure { try await service.makeArea(place, "a3", compounds: ["k1", "k1"]) }
      #expect(twice.fields == ["service_area.compounds[1]: INVALID_FIELD"])
      let outside = try await failure {
        try await service.serviceAreas.createServiceArea(
          .with {
            $0.parent = place.city
            $0.serviceArea = .with {
              $0.division = place.street + "002"
              $0.displayName = "别处"
              $0.compounds = [place.compound("k1")]
            }
          }
        )
      }
      #expect(outside.fields == ["service_area.compounds[0]: INVALID_FIELD"])
    }
  }

  @Test func aDeletedUnitIsRestoredByTheSameRules() async throws {
    try await TestService.withPlace(Self.place) { service in
      let place = Self.place
      try await service.makeUnits(place, [(100_00, "x")])
      let referred = try await failure {
        try await service.serviceAreas.deleteBuilding(.with { $0.name = "\(place.city)/buildings/b1" })
      }
      #expect(referred.reason == "STILL_REFERENCED")
      _ = try await service.serviceAreas.deleteUnit(.with { $0.name = place.unit(1) })
      _ = try await service.serviceAreas.deleteBuilding(.with { $0.name = "\(place.city)/buildings/b1" })
      let refused = try await failure {
        try await service.serviceAreas.undeleteUnit(.with { $0.name = place.unit(1) })
      }
      #expect(refused.reason == "REFERENCE_NOT_FOUND" && refused.metadata["field"] == "unit.building")
      _ = try await service.serviceAreas.undeleteBuilding(.with { $0.name = "\(place.city)/buildings/b1" })
      let unit = try await service.serviceAreas.undeleteUnit(.with { $0.name = place.unit(1) })
      #expect(unit.deleteTime == nil && unit.areaHundredths == 100_00)
    }
  }
}
