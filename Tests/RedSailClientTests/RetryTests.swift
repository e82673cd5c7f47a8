internal import Testing

@testable import RedSailClient

@Suite struct RetryTests {
  @Test
  func anUnavailableServerIsAskedAgainWithTheSameRequestID() async throws {
    let server = try PythonServer()
    let redsail = try await RedSail.connect(to: "127.0.0.1:\(try await server.start())")
    let tickets = redsail.city("370800").tickets
    let ticket = try await tickets.create(TestCity.ticket("unavailable twice"), in: TestCity.community)
    #expect(ticket.title == "unavailable twice")
    let ids = try await server.calls(of: "CreateTicket")
    #expect(ids.count == 3)
    #expect(Set(ids).count == 1)
    #expect(ids.first?.isEmpty == false)
    await redsail.close()
    try await server.shutDown()
  }

  @Test
  func aCallIsTriedNoOftenerThanThePolicySays() async throws {
    let server = try PythonServer()
    let policy = RetryPolicy(maximumAttempts: 2, initialBackoff: .milliseconds(1))
    let redsail = try await RedSail.connect(to: "127.0.0.1:\(try await server.start())", retries: policy)
    let tickets = redsail.city("370800").tickets
    let error = await #expect(throws: RPCError.self) {
      try await tickets.create(TestCity.ticket("unavailable twice"), in: TestCity.community)
    }
    #expect(error?.code == .unavailable)
    #expect(error?.message == "not yet")
    #expect(try await server.calls(of: "CreateTicket").count == 2)
    await redsail.close()
    try await server.shutDown()
  }

  /// The server has stored the ticket, but the client never sees its answer.
  @Test(arguments: Backend.allCases)
  func aLostAnswerIsAskedForAgainAndStoredOnce(_ backend: Backend) async throws {
    try await TestCity.run(on: backend) { test in
      let proxy = CuttingProxy(to: test.port)
      let redsail = try await RedSail.connect(to: "127.0.0.1:\(try await proxy.start())")
      proxy.cut(atReply: "answer that is lost")
      let ticket = TestCity.ticket("answer that is lost")
      let created = try await redsail.city("370800").tickets.create(ticket, in: TestCity.community)
      #expect(proxy.cuts == 1)
      #expect(try await test.storedTitles() == ["answer that is lost"])
      #expect(try await test.city.tickets.get(created.name) == created)
      await redsail.close()
      try await proxy.stop()
    }
  }

  @Test(arguments: Backend.allCases)
  func aCallOutlastsARestart(_ backend: Backend) async throws {
    try await TestCity.run(on: backend) { test in
      let created = try await test.city.tickets.create(TestCity.ticket("before"), in: TestCity.community)
      try await test.server.stop()
      async let found = test.city.tickets.get(created.name)
      #expect(try await test.server.start() == test.port)
      #expect(try await found == created)
    }
  }

  @Test
  func theDeadlineEndsTheTries() async throws {
    let server = try PythonServer()
    let redsail = try await RedSail.connect(to: "127.0.0.1:\(try await server.start())")
    try await server.stop()
    let error = await #expect(throws: RPCError.self) {
      try await redsail.city("370800").tickets.get("one", options: CallOptions(timeout: .milliseconds(200)))
    }
    // Which one depends on what the call does at that moment: it waits for its next try, or it tries.
    #expect(error?.code == .unavailable || error?.code == .deadlineExceeded)
    await redsail.close()
    try await server.shutDown()
  }

  @Test
  func waitsGrowToTheirLimitAndLieInTheirUpperHalf() {
    let policy = RetryPolicy(initialBackoff: .milliseconds(100), maximumBackoff: .seconds(1))
    let longest = (1...6).map { policy.backoff(before: $0, share: 1) }
    #expect(
      longest == [
        .milliseconds(100), .milliseconds(200), .milliseconds(400), .milliseconds(800), .seconds(1), .seconds(1),
      ]
    )
    #expect(policy.backoff(before: 3, share: 0) == .milliseconds(200))
    #expect(policy.backoff(before: .max, share: 1) == .seconds(1))
  }
}
