internal import RedSailClient
internal import Testing

/// The sync of tickets over a restart of the server.
@Suite struct TicketSyncTests {
  private static let source = "jining-12345"

  private static func demand(_ number: Int) -> CreateTicketRequest {
    .with {
      $0.ticket = .with {
        $0.division = "cities/370800/divisions/\(TestCity.community)"
        $0.title = "诉求\(number)"
        $0.source = .hotline
        $0.sourceSystem = source
        $0.recordNumber = "N-\(number)"
      }
    }
  }

  @Test func aSyncOutlivesARestart() async throws {
    try await TestCity.run(on: .redsail) { test in
      let sync = test.city.syncTickets(source: Self.source)
      try await sync.create(Self.demand(1))
      var messages = sync.makeAsyncIterator()
      var (results, heard): ([Int64], Set<String>) = ([], [])
      func take(_ message: SyncTicketsResponse?) throws {
        switch try #require(message).content {
        case .result(let result):
          #expect(result.error == nil)
          results.append(result.sequence)
        case .changes(let changes):
          heard.formUnion(changes.tickets.map(\.recordNumber))
          sync.acknowledge(changes.cursor)
        case nil: break
        }
      }
      while results.isEmpty || heard.isEmpty { try take(try await messages.next()) }
      let server = try #require(test.server as? RedSailServer)
      try await server.drain()
      try await sync.create(Self.demand(2))
      _ = try await server.start()
      try await sync.create(Self.demand(3))
      sync.finish()
      while let message = try await messages.next() { try take(message) }
      #expect(results == [1, 2, 3])
      #expect(heard == ["N-1", "N-2", "N-3"])
      #expect(try await test.storedTitles().sorted() == ["诉求1", "诉求2", "诉求3"])
    }
  }
}
