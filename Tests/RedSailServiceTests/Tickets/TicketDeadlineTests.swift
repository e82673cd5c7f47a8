internal import ProtobufRuntime
internal import RPCCore
internal import RedSailAPI
internal import Testing

/// Until when a ticket must be handled, against the State Council's arrangements of 2025 and 2026.
@Suite struct TicketDeadlineTests {
  @Test(arguments: [
    ("2025-09-26", "2025-10-10", "2025-10-09"), ("2025-01-23", "2025-02-06", "2025-02-05"),
    ("2025-04-30", "2025-05-12", "2025-05-09"),
  ])
  func fiveWorkingDaysRunOverHolidays(_ received: String, _ due: String, _ warning: String) async throws {
    let city = try await TestCity()
    let ticket = try await city.create { $0.eventTime = try Timestamp(shanghai: received) }
    #expect(ticket.due?.date?.text == due)
    #expect(ticket.due?.serviceLevel == .workingDays(5))
    #expect(ticket.due?.startTime == (try Timestamp(shanghai: received)))
    #expect(ticket.due?.warningTime == (try Timestamp(shanghai: "\(warning)T00:00:00")))
    #expect(ticket.due?.provisional == false)
  }

  @Test func theDayAfterIsOverdue() async throws {
    let city = try await TestCity()
    let ticket = try await city.create { $0.eventTime = try Timestamp(shanghai: "2025-09-26") }
    #expect(ticket.due?.overdueTime == (try Timestamp(shanghai: "2025-10-11T00:00:00")))
  }

  @Test func urgentCategoriesRunByTheClock() async throws {
    let city = try await TestCity()
    let ticket = try await city.create {
      $0.eventTime = try Timestamp(shanghai: "2025-10-01T23:30:00")
      $0.ticket?.category = "lift-entrapment"
    }
    #expect(ticket.due?.serviceLevel == .clockHours(2))
    #expect(ticket.due?.overdueTime == (try Timestamp(shanghai: "2025-10-02T01:30:00")))
  }

  @Test func intakeNeverFailsForWantOfAYear() async throws {
    let city = try await TestCity(at: "2026-12-30")
    let ticket = try await city.create { $0.eventTime = try Timestamp(shanghai: "2026-12-30T09:00:00") }
    #expect(ticket.due?.provisional == true)
    #expect(ticket.due?.date?.text == "2027-01-06")
  }

  @Test func theCategoryJudgedAtIntakeCounts() async throws {
    let city = try await TestCity()
    let name = try await city.create { $0.eventTime = try Timestamp(shanghai: "2025-09-26T09:00:00") }.name
    let accepted = try await city.tickets.acceptTicket(
      try .with {
        $0.name = name
        $0.eventTime = try Timestamp(shanghai: "2025-09-26T09:10:00")
        $0.category = "gas"
        $0.grade = .hard
      }
    )
    #expect(accepted.grade == .hard)
    #expect(accepted.due?.overdueTime == (try Timestamp(shanghai: "2025-09-26T11:00:00")))
    let entries = try await city.tickets.listTicketEvents(.with { $0.parent = name })
    #expect(entries.ticketEvents.first?.due == accepted.due)
    let corrected = try await city.tickets.updateTicket(
      .with {
        $0.ticket = .with { $0.name = name }
        $0.updateMask = .with { $0.paths = ["category"] }
      }
    )
    #expect(corrected.due?.date?.text == "2025-10-10")
  }

  /// Deadlines go by record time unless the agency loads history or the entry is within the offline allowance.
  @Test func lateEntriesAreJudgedByTheirRecordTime() async throws {
    let city = try await TestCity(at: "2026-01-31", loadsHistory: false)
    let old = try await city.create { $0.eventTime = try Timestamp(shanghai: "2025-09-26") }
    #expect(old.backfilled)
    #expect(old.receiveTime == (try Timestamp(shanghai: "2025-09-26")))
    #expect(old.due?.startTime == (try Timestamp(shanghai: "2026-01-31")))
    let recent = try await city.create { $0.eventTime = try Timestamp(shanghai: "2026-01-30T12:00:00") }
    #expect(!recent.backfilled)
    #expect(recent.due?.startTime == (try Timestamp(shanghai: "2026-01-30T12:00:00")))
  }
}
