internal import RedSailClient
internal import Testing

@Suite struct TicketImportTests {
  static func entry(_ index: Int, content: String = "") -> CreateTicketRequest {
    .with {
      $0.ticket = TestCity.ticket("件\(index)")
      $0.ticket?.division = "cities/370800/divisions/\(TestCity.community)"
      $0.ticket?.content = content
      $0.requestID = requestID(index)
    }
  }

  /// A UUID of version 4 that follows from the index.
  static func requestID(_ index: Int) -> String {
    let digits = String(index, radix: 16)
    return "00000000-0000-4000-8000-" + String(repeating: "0", count: 12 - digits.count) + digits
  }

  @Test
  func longInputsTravelInStreamsOfTenThousand() async throws {
    try await TestCity.run(on: .python) { test in
      let server = try #require(test.server as? PythonServer)
      let count = 10_001
      var indexes: [Int32] = []
      var names: Set<String> = []
      for try await result in test.city.tickets.import((0..<count).lazy.map { Self.entry($0) }) {
        indexes.append(result.index)
        #expect(result.requestID == Self.requestID(indexes.count - 1))
        #expect(result.error == nil)
        names.insert(try #require(result.receipt).name)
      }
      #expect(indexes == (0..<Int32(count)).map { $0 })
      #expect(names.count == count)
      let sizes = try await server.calls(of: "ImportTickets").compactMap { Int($0) }
      #expect(sizes.reduce(0, +) == count)
      #expect(sizes.allSatisfy { (1...1000).contains($0) })
      // The last stream has the one entry that did not go into the first.
      #expect(sizes.last == 1)
    }
  }

  /// Closures in top-level code and in user interfaces belong to the main actor, and end the program elsewhere.
  @Test @MainActor
  func entriesAreMadeOnTheReadersActor() async throws {
    let server = try PythonServer()
    let redsail = try await RedSail.connect(to: "127.0.0.1:\(try await server.start())")
    var made = 0
    let entries = (0..<600).lazy.map { index in
      MainActor.assertIsolated()
      made += 1
      return Self.entry(index)
    }
    var stored = 0
    for try await result in redsail.city("370800").tickets.import(entries) where result.receipt != nil { stored += 1 }
    #expect(stored == 600)
    #expect(made == 600)
    await redsail.close()
    try await server.shutDown()
  }

  /// A message may have 4 MiB at the server; ten entries of half a megabyte must not share one.
  @Test
  func largeEntriesGoInMessagesOfBoundedSize() async throws {
    try await TestCity.run(on: .python) { test in
      let content = String(repeating: "x", count: 600_000)
      var stored = 0
      for try await result in test.city.tickets.import((0..<20).map { Self.entry($0, content: content) }) {
        #expect(result.receipt != nil)
        stored += 1
      }
      #expect(stored == 20)
    }
  }

  @Test(arguments: Backend.allCases)
  func refusedEntriesLeaveTheOthersAlone(_ backend: Backend) async throws {
    try await TestCity.run(on: backend) { test in
      var entries = (0..<5).map { Self.entry($0) }
      entries[2].ticket?.title = ""
      var results: [TicketImportResult] = []
      for try await result in test.city.tickets.import(entries) { results.append(result) }
      #expect(results.map(\.index) == [0, 1, 2, 3, 4])
      #expect(results.map { $0.error?.code } == [nil, nil, .invalidArgument, nil, nil])
      #expect(results[2].error?.reason == .requiredField)
      #expect(try await test.storedTitles().sorted() == ["件0", "件1", "件3", "件4"])
    }
  }

  /// Everything is stored when the answer is lost, so the second time everything is there.
  @Test(arguments: Backend.allCases)
  func aStreamWhoseAnswerIsLostIsSentAgain(_ backend: Backend) async throws {
    try await TestCity.run(on: backend) { test in
      let proxy = CuttingProxy(to: test.port)
      let redsail = try await RedSail.connect(to: "127.0.0.1:\(try await proxy.start())")
      proxy.cut(atReply: Self.requestID(0))
      // Without ids of their own, entries keep those that they got at first.
      var entries = (0..<300).map { Self.entry($0) }
      for index in 150..<300 { entries[index].requestID = "" }
      var names: [String] = []
      for try await result in redsail.city("370800").tickets.import(entries) {
        let receipt = try #require(result.receipt)
        #expect(receipt.alreadyPresent)
        names.append(receipt.name)
      }
      #expect(proxy.cuts == 1)
      #expect(Set(names).count == 300)
      #expect(try await test.storedTitles().count == 300)
      await redsail.close()
      try await proxy.stop()
    }
  }

  /// The server goes away while entries are on their way, some of them stored.
  @Test(arguments: Backend.allCases)
  func anImportOutlastsARestart(_ backend: Backend) async throws {
    try await TestCity.run(on: backend) { test in
      let count = 600
      let (entries, source) = AsyncStream<CreateTicketRequest>.makeStream()
      let city = test.city
      async let results = city.tickets.import(entries).reduce(into: [TicketImportResult]()) { $0.append($1) }
      for index in 0..<count / 2 { source.yield(Self.entry(index)) }
      var changes = city.changes(kinds: [Ticket.resourceType]).makeAsyncIterator()
      _ = try await changes.next()
      try await test.server.stop()
      #expect(try await test.server.start() == test.port)
      for index in count / 2..<count { source.yield(Self.entry(index)) }
      source.finish()
      #expect(try await results.map(\.index) == (0..<Int32(count)).map { $0 })
      #expect(try await Set(test.storedTitles()) == Set((0..<count).map { "件\($0)" }))
      #expect(try await test.storedTitles().count == count)
    }
  }
}
