internal import ProtobufRuntime
internal import RPCCore
internal import RedSailAPI
internal import Testing

/// A compound that moves to another community takes along what lies where it lies.
@Suite struct CompoundMoveTests {
  private static let place = Place.jining
  private static let other = place.street + "002"

  private func move(_ service: TestService, _ compound: String = "k1") async throws -> Compound {
    try await service.compounds.updateCompound(
      .with {
        $0.compound = .with {
          $0.name = Self.place.compound(compound)
          $0.division = Self.other
        }
      }
    )
  }

  private func attach(_ service: TestService, _ id: String, to subject: String) async throws {
    _ = try await AttachmentServiceClient(service.channel).createAttachment(
      .with {
        $0.parent = Self.place.city
        $0.attachmentID = id
        $0.attachment = .with {
          $0.division = Self.place.community
          $0.displayName = "图纸.pdf"
          $0.subject = subject
          $0.mediaType = "application/pdf"
          $0.sizeBytes = 10
          $0.contentSha256 = String(repeating: "0a", count: 32)
        }
      }
    )
  }

  private func latest(_ service: TestService, _ division: String) async throws -> String {
    try await service.feed.listChanges(
      .with {
        $0.parent = Self.place.city
        $0.division = division
        $0.fromLatest = true
      }
    ).nextCursor
  }

  private func changes(_ service: TestService, _ division: String, after cursor: String) async throws -> [String:
    Change]
  {
    let changes = try await service.feed.listChanges(
      .with {
        $0.parent = Self.place.city
        $0.division = division
        $0.cursor = cursor
        $0.maxChanges = 1_000
      }
    ).changes
    return Dictionary(changes.map { ($0.name, $0) }) { _, last in last }
  }

  @Test func whatLiesWhereItLiesFollows() async throws {
    let city = Self.place.city
    try await TestService.withPlace(Self.place) { service in
      try await service.makeUnits(Self.place, [(100_00, "a"), (100_00, "b")])
      try await attach(service, "of-compound", to: Self.place.compound("k1"))
      try await attach(service, "of-unit", to: Self.place.unit(2))
      try await service.makeCommittee(
        Self.place,
        "old",
        from: CalendarDate(2023, 1, 1),
        to: CalendarDate(2026, 1, 1)
      )
      // A committee of the other compound stays, and so does what lies in the street.
      try await service.makeCommittee(
        Self.place,
        "far",
        from: CalendarDate(2023, 1, 1),
        to: CalendarDate(2026, 1, 1),
        compounds: ["k2"]
      )
      let (left, right) = (
        try await latest(service, Self.place.community), try await latest(service, Self.other)
      )
      #expect(try await move(service).division == Self.other)
      let moved = [
        Self.place.compound("k1"), Self.place.area(), "\(city)/buildings/b1", Self.place.unit(1), Self.place.unit(2),
        "\(city)/attachments/of-compound", "\(city)/attachments/of-unit", Self.place.committee("old"),
      ]
      let gone = try await changes(service, Self.place.community, after: left)
      let come = try await changes(service, Self.other, after: right)
      #expect(Set(gone.keys) == Set(moved) && gone.values.allSatisfy { $0.kind == .removed })
      #expect(Set(come.keys) == Set(moved))
      #expect(try await service.serviceAreas.getUnit(.with { $0.name = Self.place.unit(2) }).division == Self.other)
      #expect(try await service.committee(Self.place, "far").division == Self.place.community)
      let units = try await service.serviceAreas.listUnits(
        .with {
          $0.parent = city
          $0.filter = "division = \"\(Self.other)\""
        }
      ).units
      #expect(units.count == 2)
    }
  }

  @Test func whatCannotFollowIsNamed() async throws {
    let firm = "\(Self.place.city)/firms/91370811MA3YYYY16X"
    try await TestService.withPlace(Self.place) { service in
      _ = try await service.firms.createFirm(
        .with {
          $0.parent = Self.place.city
          $0.firmID = "91370811MA3YYYY16X"
          $0.firm = .with {
            $0.division = "\(Self.place.city)/divisions/\(Self.place.county)"
            $0.displayName = "红帆物业"
          }
        }
      )
      let project = try await service.projects.createProject(
        .with {
          $0.parent = Self.place.city
          $0.project = .with {
            $0.division = Self.place.community
            $0.displayName = "两个小区"
            $0.firm = firm
            $0.compounds = [Self.place.compound("k1"), Self.place.compound("k2")]
          }
        }
      )
      let refused = try await failure { try await move(service) }
      #expect(refused.code == .failedPrecondition && refused.fields == ["compound.division: CONDITION_UNMET"])
      #expect(refused.metadata["name"] == project.name && refused.message.contains("project.compounds[1]"))
      let stays = try await service.compounds.getCompound(.with { $0.name = Self.place.compound("k1") })
      #expect(stays.division == Self.place.community)
      // In the street it holds both.
      let update = { (division: String) in
        try await service.projects.updateProject(
          .with {
            $0.project = .with {
              $0.name = project.name
              $0.division = division
            }
          }
        )
      }
      _ = try await update(Self.place.street)
      _ = try await move(service)
      _ = try await move(service, "k2")
      #expect(try await update(Self.other).division == Self.other)
    }
  }

  @Test func aMergeIntoAnotherCommunityTakesTheBuildingsThere() async throws {
    try await TestService.withPlace(Self.place) { service in
      try await service.makeCompound("k9", at: Self.place) { $0.division = Self.other }
      try await service.makeBuilding(Self.place) {
        $0.compound = Self.place.compound("k2")
        $0.serviceArea = ""
      }
      try await attach(service, "of-building", to: "\(Self.place.city)/buildings/b1")
      _ = try await service.records.mergeRecords(
        .with {
          $0.successor = Self.place.compound("k9")
          $0.predecessors = [Self.place.compound("k2")]
        }
      )
      let building = try await service.serviceAreas.getBuilding(.with { $0.name = "\(Self.place.city)/buildings/b1" })
      #expect(building.compound == Self.place.compound("k9") && building.division == Self.other)
      let file = try await AttachmentServiceClient(service.channel).getAttachment(
        .with { $0.name = "\(Self.place.city)/attachments/of-building" }
      )
      #expect(file.division == Self.other)
    }
  }
}
