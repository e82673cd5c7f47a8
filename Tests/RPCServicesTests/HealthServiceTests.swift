internal import RPCCore
internal import RPCServices
internal import RPCTransport
internal import Testing

@Suite(.timeLimit(.minutes(1))) struct HealthServiceTests {
  let health = HealthService()

  var client: HealthClient {
    var router = RPCRouter()
    router.register(health)
    return HealthClient(InProcessChannel(router: router))
  }

  func status(_ service: String) async throws -> HealthCheckResponse.ServingStatus {
    try await client.check(.with { $0.service = service }).status
  }

  @Test func checkFollowsStartAndDrain() async throws {
    #expect(try await status("") == .notServing)
    let unknown = await #expect(throws: RPCError.self) { try await status("test.Notes") }
    #expect(unknown?.code == .notFound)
    health.startServing([ServiceDescriptor(name: "test.Notes", methods: [])])
    #expect(try await status("") == .serving)
    #expect(try await status("test.Notes") == .serving)
    health.setStatus(.notServing, for: "test.Notes")
    #expect(try await status("test.Notes") == .notServing)
    #expect(try await status("") == .serving)
    health.stopServing()
    #expect(try await status("") == .notServing)
    health.setStatus(.serving, for: "")
    #expect(try await status("") == .notServing)
  }

  @Test func listGivesAll() async throws {
    health.startServing([ServiceDescriptor(name: "test.Notes", methods: [])])
    health.setStatus(.notServing, for: "test.Notes")
    let statuses = try await client.list(HealthListRequest()).statuses.mapValues(\.status)
    #expect(statuses == ["": .serving, "test.Notes": .notServing])
  }

  @Test func watchTellsEachChangeOnce() async throws {
    var updates = client.watch(.with { $0.service = "test.Notes" }).makeAsyncIterator()
    #expect(try await updates.next()?.status == .serviceUnknown)
    health.setStatus(.serving, for: "test.Notes")
    #expect(try await updates.next()?.status == .serving)
    health.setStatus(.serving, for: "test.Notes")
    health.setStatus(.notServing, for: "other")
    health.setStatus(.notServing, for: "test.Notes")
    #expect(try await updates.next()?.status == .notServing)
    health.setStatus(.serving, for: "test.Notes")
    #expect(try await updates.next()?.status == .serving)
    health.stopServing()
    #expect(try await updates.next()?.status == .notServing)
  }

  @Test func aSlowWatcherGetsTheLatest() async throws {
    var updates = client.watch(.with { $0.service = "" }).makeAsyncIterator()
    #expect(try await updates.next()?.status == .notServing)
    for _ in 0..<10_000 {
      health.setStatus(.serving, for: "")
      health.setStatus(.notServing, for: "")
    }
    health.setStatus(.serving, for: "")
    // However many of the changes were skipped, the last one arrives.
    var last: HealthCheckResponse.ServingStatus?
    while last != .serving { last = try await updates.next()?.status }
    health.stopServing()
    while last != .notServing { last = try await updates.next()?.status }
  }
}
