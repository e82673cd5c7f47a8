internal import ProtobufRuntime
internal import RPCCore
internal import RedSailAPI
internal import Testing

/// Mediations and what visits bring in (矛盾纠纷调解、社情民意摸排): records like tickets, handled and counted like them.
@Suite struct MediationTests {
  @Test func aQuarrelFoundOnAVisitIsMediatedAndCounted() async throws {
    let city = try await TestCity()
    let quarrel = try await city.create {
      $0.ticket?.kind = .mediation
      $0.ticket?.source = .visit
      $0.ticket?.title = "楼上漏水引发的邻里纠纷"
      $0.ticket?.grade = .trivial
    }
    #expect(quarrel.kind == .mediation && quarrel.source == .visit && quarrel.state == .received)
    // A complaint of the owners' channel is neither.
    try await city.create()
    let actions: [TicketEvent.Action] = [.accept, .dispatch, .sign, .start, .resolve, .callBack, .close]
    for action in actions { try await city.act(action, quarrel.name, at: "2025-09-23") }
    for filter in ["kind = MEDIATION", "source = VISIT", "kind = MEDIATION AND state = CLOSED AND resolution = SOLVED"]
    {
      let found = try await city.tickets.listTickets(
        .with {
          $0.parent = TestCity.name
          $0.filter = filter
        }
      )
      #expect(found.tickets.map(\.name) == [quarrel.name], "\(filter)")
    }
  }

  @Test func aVisitIsAnEventWhoseDemandsNameIt() async throws {
    let city = try await TestCity()
    let visit = try await city.events.createReceptionDay(
      try .with {
        $0.parent = TestCity.name
        $0.receptionDay = try .with {
          $0.division = TestCity.community
          $0.kind = .visit
          $0.state = .held
          $0.compound = TestCity.compound
          $0.plannedStartTime = try Timestamp(shanghai: "2025-09-20T09:00:00")
          $0.startTime = try Timestamp(shanghai: "2025-09-20T09:00:00")
          $0.endTime = try Timestamp(shanghai: "2025-09-20T11:00:00")
        }
      }
    )
    let demand = try await city.createAtEvent {
      $0.ticket?.receptionDay = visit.name
      $0.ticket?.kind = .mediation
    }
    #expect(demand.receptionDay == visit.name && demand.promisedDate?.text == "2025-09-30")
    let visits = try await city.events.listReceptionDays(
      .with {
        $0.parent = TestCity.name
        $0.filter = "kind = VISIT AND state = HELD"
      }
    )
    #expect(visits.receptionDays.map(\.name) == [visit.name])
  }
}
