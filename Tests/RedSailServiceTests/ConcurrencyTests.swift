internal import ProtobufRuntime
internal import RPCCore
internal import RedSailAPI
internal import Testing

/// Calls that arrive at the same time.
@Suite struct ConcurrencyTests {
  @Test func oneOfManyWithTheSameEtagWins() async throws {
    try await TestService.withCity { service in
      let etag = try await service.firms.getFirm(.with { $0.name = TestService.firm }).etag
      let outcomes = await withTaskGroup(of: String.self) { group in
        for number in 0..<40 {
          group.addTask {
            do throws(RPCError) {
              let firm = try await service.firms.updateFirm(
                .with {
                  $0.firm = .with {
                    $0.name = TestService.firm
                    $0.etag = etag
                    $0.shortName = "简称\(number)"
                  }
                }
              )
              return firm.shortName
            } catch {
              return error.code.name
            }
          }
        }
        return await group.reduce(into: []) { $0.append($1) }
      }
      let winners = outcomes.filter { $0.hasPrefix("简称") }
      #expect(winners.count == 1 && outcomes.count { $0 == "ABORTED" } == 39)
      let firm = try await service.firms.getFirm(.with { $0.name = TestService.firm })
      #expect(firm.shortName == winners.first)
    }
  }

  @Test func aRequestSentManyTimesIsDoneOnce() async throws {
    try await TestService.withCity { service in
      let request = CreateCompoundRequest.with {
        $0.parent = TestService.city
        $0.compound = .with {
          $0.division = TestService.community
          $0.displayName = "新小区"
        }
        $0.requestID = "6f1b8a0e-2f1c-4f53-9a3c-0d9d6c1f2b7a"
      }
      let names = try await withThrowingTaskGroup(of: String.self) { group in
        for _ in 0..<40 {
          group.addTask { try await service.compounds.createCompound(request).name }
        }
        return try await group.reduce(into: Set<String>()) { $0.insert($1) }
      }
      #expect(names.count == 1)
      let listed = try await service.compounds.listCompounds(
        .with {
          $0.parent = TestService.city
          $0.filter = "display_name = \"新小区\""
        }
      )
      #expect(listed.compounds.map(\.name) == Array(names))
      #expect(names.first?.firstMatch(of: /^cities\/370800\/compounds\/[0-9a-z]{16}$/) != nil)
    }
  }

  @Test func aSlowReaderMissesNothing() async throws {
    try await TestService.withCity { service in
      let stream = service.feed.watchChanges(
        .with {
          $0.parent = TestService.city
          $0.fromLatest = true
        }
      )
      var responses = stream.makeAsyncIterator()
      _ = try await responses.next()
      // More than the stream sends in a few messages, while nobody reads.
      let count = 1_000
      try await withThrowingTaskGroup(of: Void.self) { group in
        for number in 0..<count {
          group.addTask { try await service.makeCompound("s\(number)", in: TestService.community) }
        }
        try await group.waitForAll()
      }
      var revisions: [Int64] = []
      var names: Set<String> = []
      while names.count < count, let response = try await responses.next() {
        revisions += response.changes.map(\.revision)
        names.formUnion(response.changes.map(\.name))
      }
      #expect(revisions.count == count && revisions == revisions.sorted())
      stream.cancel()
    }
  }
}
