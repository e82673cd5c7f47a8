internal import RedSailClient
internal import Testing

@Suite struct ChangeFeedTests {
  static let kinds = [Ticket.resourceType]

  @Test(arguments: Backend.allCases)
  func aFeedOutlastsRestartsWithNothingMissedAndNothingTwice(_ backend: Backend) async throws {
    try await TestCity.run(on: backend) { test in
      let titles = (1...9).map { "第\($0)件" }
      var feed = test.city.changes(kinds: Self.kinds).makeAsyncIterator()
      var seen: [String] = []
      for (index, title) in titles.enumerated() {
        // Before the first change, in a batch, and while idle.
        if index % 3 == 0 {
          try await test.server.stop()
          #expect(try await test.server.start() == test.port)
        }
        _ = try await test.city.tickets.create(TestCity.ticket(title), in: TestCity.community)
        if index % 3 == 1 { continue }
        while seen.count < index { seen.append(try #require(try await feed.next()).ticketTitle) }
      }
      while seen.count < titles.count { seen.append(try #require(try await feed.next()).ticketTitle) }
      #expect(seen == titles)
    }
  }

  @Test
  func aFeedOutlastsADrain() async throws {
    try await TestCity.run(on: .redsail) { test in
      let server = try #require(test.server as? RedSailServer)
      var feed = test.city.changes(kinds: Self.kinds).makeAsyncIterator()
      for title in ["one", "two", "three"] {
        _ = try await test.city.tickets.create(TestCity.ticket(title), in: TestCity.community)
        #expect(try await feed.next()?.ticketTitle == title)
        try await server.drain()
        #expect(try await server.start() == test.port)
      }
    }
  }

  /// A feed that somebody holds and nobody reads must not keep a program from ending.
  @Test(.timeLimit(.minutes(1)))
  func closingEndsAFeedThatNobodyReads() async throws {
    try await TestCity.run(on: .redsail) { test in
      let redsail = try await RedSail.connect(to: "127.0.0.1:\(test.port)")
      var feed = redsail.city("370800").changes().makeAsyncIterator()
      _ = try await feed.next()
      await redsail.close(within: .milliseconds(10))
      await #expect(throws: RPCError.self) { while try await feed.next() != nil {} }
    }
  }

  @Test(arguments: Backend.allCases)
  func aLostBatchComesAgain(_ backend: Backend) async throws {
    try await TestCity.run(on: backend) { test in
      for title in ["one", "two", "three that is lost", "four"] {
        _ = try await test.city.tickets.create(TestCity.ticket(title), in: TestCity.community)
      }
      let proxy = CuttingProxy(to: test.port)
      let redsail = try await RedSail.connect(to: "127.0.0.1:\(try await proxy.start())")
      proxy.cut(atReply: "three that is lost")
      var seen: [String] = []
      for try await change in redsail.city("370800").changes(kinds: Self.kinds) {
        seen.append(change.ticketTitle)
        if seen.count == 4 { break }
      }
      #expect(seen == ["one", "two", "three that is lost", "four"])
      #expect(proxy.cuts == 1)
      await redsail.close()
      try await proxy.stop()
    }
  }

  @Test(arguments: Backend.allCases)
  func aFeedGoesOnAfterAStoredCursor(_ backend: Backend) async throws {
    try await TestCity.run(on: backend) { test in
      for title in ["one", "two", "three"] {
        _ = try await test.city.tickets.create(TestCity.ticket(title), in: TestCity.community)
      }
      var cursors: [String] = []
      for try await change in test.city.changes(kinds: Self.kinds) {
        cursors.append(change.cursor)
        if cursors.count == 3 { break }
      }
      var rest = test.city.changes(since: .cursor(cursors[0]), kinds: Self.kinds).makeAsyncIterator()
      #expect(try await rest.next()?.ticketTitle == "two")
      #expect(try await rest.next()?.ticketTitle == "three")
    }
  }

  @Test(arguments: Backend.allCases)
  func progressMovesAnIdleCursor(_ backend: Backend) async throws {
    try await TestCity.run(on: backend) { test in
      let feed = test.city.changes(since: .latest, kinds: Self.kinds, progressInterval: .seconds(1))
      var batches = feed.batches.makeAsyncIterator()
      let first = try #require(try await batches.next())
      #expect(first.changes.isEmpty)
      #expect(!first.cursor.isEmpty)
      _ = try await test.city.tickets.create(TestCity.ticket("new"), in: TestCity.community)
      var seen: [String] = []
      while seen.isEmpty { seen += try #require(try await batches.next()).changes.map(\.ticketTitle) }
      #expect(seen == ["new"])
      // What was there before `.latest` stays unseen from its cursor on too.
      var again = test.city.changes(since: .cursor(first.cursor), kinds: Self.kinds).makeAsyncIterator()
      #expect(try await again.next()?.ticketTitle == "new")
    }
  }

  @Test(arguments: Backend.allCases)
  func aForeignCursorEndsTheFeed(_ backend: Backend) async throws {
    try await TestCity.run(on: backend) { test in
      var feed = test.city.changes(since: .cursor("nonsense")).makeAsyncIterator()
      let error = await #expect(throws: RPCError.self) { try await feed.next() }
      #expect(error?.code == .invalidArgument)
      #expect(error?.reason == .invalidCursor)
    }
  }

  @Test
  func aCompactedCursorEndsTheFeed() async throws {
    try await TestCity.run(on: .python) { test in
      let server = try #require(test.server as? PythonServer)
      try await server.compact()
      var feed = test.city.changes(since: .cursor("after-1")).makeAsyncIterator()
      let error = await #expect(throws: RPCError.self) { try await feed.next() }
      #expect(error?.code == .outOfRange)
      #expect(error?.reason == .cursorCompacted)
    }
  }

  @Test(arguments: Backend.allCases)
  func cancellationEndsAnIdleFeed(_ backend: Backend) async throws {
    try await TestCity.run(on: backend) { test in
      let (city, (idle, isIdle)) = (test.city, AsyncStream<Void>.makeStream())
      let reader = Task {
        for try await batch in city.changes(since: .latest, progressInterval: .seconds(600)).batches {
          if batch.changes.isEmpty { isIdle.yield() }
        }
      }
      // The server's first answer has come; nothing else will for ten minutes.
      var idleness = idle.makeAsyncIterator()
      await idleness.next()
      reader.cancel()
      let error = await #expect(throws: RPCError.self) { try await reader.value }
      #expect(error?.code == .cancelled)
    }
  }

  @Test
  func cancellationEndsAFeedThatWaitsForItsServer() async throws {
    let server = try PythonServer()
    let port = try await server.start()
    let patient = RetryPolicy(initialBackoff: .seconds(3600), maximumBackoff: .seconds(3600))
    let redsail = try await RedSail.connect(to: "127.0.0.1:\(port)", retries: patient)
    try await server.stop()
    let reader = Task { for try await _ in redsail.city("370800").changes() {} }
    reader.cancel()
    let error = await #expect(throws: RPCError.self) { try await reader.value }
    #expect(error?.code == .cancelled)
    await redsail.close()
    try await server.shutDown()
  }
}

extension Change {
  /// The title of the ticket that changed; empty if it is no ticket.
  var ticketTitle: String {
    if case .ticket(let ticket) = resource { ticket.title } else { "" }
  }
}
