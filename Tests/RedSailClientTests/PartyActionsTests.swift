internal import Foundation
internal import RPCTransport
internal import RedSailClient
internal import RedSailService
internal import Testing

internal import class RedSailStore.SQLiteStore

/// What the SDK does with members and bookings beside the standard methods.
@Suite struct PartyActionsTests {
  private func withCity(_ body: (CityClient) async throws -> Void) async throws {
    let directory = FileManager.default.temporaryDirectory.appendingPathComponent("redsail-client-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
    let store = try SQLiteStore(directory: directory.path, schema: RedSailServices.storeSchema)
    var router = RPCRouter()
    try await RedSailServices(store: store).register(in: &router)
    // A minute: many tests share the machine.
    let redsail = RedSail(over: InProcessChannel(router: router), timeout: .seconds(60))
    let city = redsail.city("370800")
    try await TestCity.prepare(redsail, city)
    try await body(city)
    try await store.close()
    try FileManager.default.removeItem(at: directory)
  }

  private func day(_ year: Int32, _ month: Int32) -> CalendarDate {
    .with {
      $0.year = year
      $0.month = month
      $0.day = 1
    }
  }

  @Test func membersGoTheirWay() async throws {
    try await withCity { city in
      let division = city.divisions.name(of: TestCity.community)
      let organisation = try await city.partyOrganisations.create(
        .with {
          $0.division = division
          $0.displayName = "党支部"
          $0.kind = .branch
          $0.sphere = .community
        }
      )
      let member = try await city.members.create(
        .with {
          $0.division = division
          $0.partyOrganisation = organisation.name
          $0.person = .with { $0.reference = "p-1" }
          $0.applicationDate = day(2020, 1)
        },
        id: "m1"
      )
      try await city.members.advance("m1", to: .activist, on: day(2021, 1))
      do {
        try await city.members.advance("m1", to: .target, on: day(2021, 12))
        Issue.record("the call succeeded")
      } catch let error as RPCError {
        #expect(error.reason == .ruleBreached)
      }
      try await city.members.advance("m1", to: .target, on: day(2022, 1))
      try await city.members.advance(member.name, to: .probationary, on: day(2022, 2))
      #expect(try await city.members.recordBackbone("m1", on: day(2022, 3)).backboneDate == day(2022, 3))
      let set = try await city.members.setIdentity(of: "m1", to: .with { $0.personalName = "张三丰" })
      #expect(set.masked && set.personalName == "张*")
      #expect(try await city.members.identity(of: "m1", for: .audit) == set)
      let left = try await city.members.leave("m1", on: day(2022, 6)) { $0.reason = "本人申请" }
      #expect(left.stage == .left && left.leftReason == "本人申请")
    }
  }

  @Test func bookingsAreCancelled() async throws {
    try await withCity { city in
      let division = city.divisions.name(of: TestCity.community)
      let venue = try await city.venues.create(
        .with {
          $0.division = division
          $0.displayName = "社区活动室"
          $0.kind = .communityRoom
        }
      )
      let booking = try await city.bookings.create(
        .with {
          $0.division = division
          $0.displayName = "议事会"
          $0.venue = venue.name
          $0.booker = division
          $0.startTime = .with { $0.seconds = 1_800_000_000 }
          $0.endTime = .with { $0.seconds = 1_800_003_600 }
        }
      )
      let cancelled = try await city.bookings.cancel(booking.name, because: "改期")
      #expect(cancelled.state == .cancelled && cancelled.cancelReason == "改期")
    }
  }
}
