internal import ProtobufRuntime
internal import RPCCore
internal import RedSailAPI
internal import Testing

/// The same life of a committee in two cities with different parameters.
@Suite struct CityClockTests {
  /// Term end 2025-06-30: its last day is 29 June; 90 days before is 31 March, 60 days before 30 April.
  @Test(
    arguments: [
      (.jining, CalendarDate(2025, 3, 31), false), (.jining, CalendarDate(2025, 4, 1), true),
      (.rizhao, CalendarDate(2025, 4, 30), false), (.rizhao, CalendarDate(2025, 5, 1), true),
    ] as [(Place, CalendarDate, Bool)]
  )
  func aReelectionThatStartsLateIsWarnedOf(place: Place, start: CalendarDate, isLate: Bool) async throws {
    try await TestService.withPlace(place) { service in
      try await service.makeCommittee(place, "old", from: CalendarDate(2020, 6, 30), to: CalendarDate(2025, 6, 30))
      let election = try await service.makeElection(place) {
        $0.kind = .reelection
        $0.committee = place.committee("old")
        $0.startDate = start
      }
      #expect(election.warnings.map(\.field) == (isLate ? ["start_date"] : []))
      guard isLate else { return }
      let days = place.code == "370800" ? "90 in 370000" : "60 in 371100"
      #expect(election.warnings[0].message.contains("committee.reelection.days_before_expiry = \(days)"))
    }
  }

  @Test(
    arguments: [
      (.jining, 3, false), (.jining, 5, true), (.jining, 6, false), (.jining, 13, false), (.rizhao, 3, true),
      (.rizhao, 2, false),
    ] as [(Place, Int32, Bool)]
  )
  func sizesAreLaw(place: Place, seats: Int32, isLawful: Bool) async throws {
    try await TestService.withPlace(place) { service in
      guard !isLawful else {
        #expect(try await service.makeElection(place, seats: seats).state == .preparing)
        return
      }
      let refused = try await failure { try await service.makeElection(place, seats: seats) }
      #expect(refused.code == .failedPrecondition && refused.reason == "RULE_BREACHED")
      #expect(refused.metadata["parameter"]?.hasPrefix("committee.size.") == true)
      #expect(refused.metadata["source"]?.isEmpty == false && refused.metadata["division"] != nil)
      // An imported committee is warned of, never refused.
      let imported = try await service.makeCommittee(
        place,
        "old",
        from: CalendarDate(2015, 1, 1),
        to: CalendarDate(2020, 1, 1)
      ) {
        $0.seats = seats; $0.partyMemberCount = 0
      }
      #expect(imported.warnings.contains { $0.field == "seats" && $0.reason == "RULE_BREACHED" })
      let long = try await failure { try await service.makeElection(place) { $0.termYears = 6 } }
      #expect(long.metadata["parameter"] == "committee.term.maximum_years")
    }
  }

  /// A change on 1 June is filed within 30 days in Jining, within 15 in Rizhao.
  @Test(
    arguments: [(.jining, CalendarDate(2025, 7, 1)), (.rizhao, CalendarDate(2025, 6, 16))] as [(Place, CalendarDate)]
  )
  func changesAreFiledByTheCitysClock(place: Place, deadline: CalendarDate) async throws {
    try await TestService.withPlace(place) { service in
      try await service.openElection(place)
      try await service.record(place, heads: [70, 69, 68, 67, 66])
      try await service.file(place)
      let file = { (day: CalendarDate) in
        try await service.committees.fileCommittee(
          .with {
            $0.name = place.committee("new")
            $0.filingDate = day
            $0.filingNumber = "备2025-1"
          }
        )
      }
      // Count on 8 March, 30 days: 7 April. A late filing is recorded and flagged.
      let filed = try await file(CalendarDate(2025, 4, 8))
      #expect(filed.filingDeadline == CalendarDate(2025, 4, 7) && filed.filedLate)
      let again = try await failure { try await file(CalendarDate(2025, 4, 9)) }
      #expect(again.reason == "ACTION_NOT_ALLOWED")
      let changed = try await service.committees.changeCommitteeSeats(
        .with {
          $0.name = place.committee("new")
          $0.members = Array(filed.members.dropLast())
          $0.partyMemberCount = 4
          $0.reason = "委员辞职"
        }
      )
      #expect(changed.changeFilingDeadline == deadline)
      #expect(try await file(CalendarDate(2025, 6, 1)).changeFilingDate == CalendarDate(2025, 6, 1))
    }
  }
}
