internal import ProtobufRuntime
internal import RPCCore
internal import RedSailAPI
internal import Testing

@Suite struct ChangeFeedTests {
  private static func line(_ change: Change) -> String {
    "\(change.kind) \(change.name.dropFirst("cities/370800/".count))"
  }

  private static func list(
    _ service: TestService,
    after cursor: String = "",
    _ change: (inout ListChangesRequest) -> Void = { _ in }
  ) async throws -> ListChangesResponse {
    var request = ListChangesRequest.with {
      $0.parent = TestService.city
      $0.cursor = cursor
    }
    change(&request)
    return try await service.feed.listChanges(request)
  }

  /// Changes a firm, deletes it, restores it.
  private static func play(_ service: TestService) async throws {
    _ = try await service.firms.updateFirm(
      .with {
        $0.firm = .with {
          $0.name = TestService.firm
          $0.shortName = "红帆"
        }
      }
    )
    _ = try await service.firms.deleteFirm(.with { $0.name = TestService.firm })
    _ = try await service.firms.undeleteFirm(.with { $0.name = TestService.firm })
  }

  @Test func everyChangeComesInOrderWithItsRecord() async throws {
    try await TestService.withCity { service in
      let start = try await Self.list(service) { $0.fromLatest = true }
      #expect(start.changes.isEmpty && !start.more)
      try await Self.play(service)
      let page = try await Self.list(service, after: start.nextCursor)
      let firm = TestService.firm.dropFirst("cities/370800/".count)
      #expect(page.changes.map(Self.line) == ["updated \(firm)", "deleted \(firm)", "undeleted \(firm)"])
      #expect(page.changes.allSatisfy { $0.resourceType == "redsail/Firm" && $0.recordTime == $0.eventTime })
      let last = try await service.firms.getFirm(.with { $0.name = TestService.firm })
      #expect(page.changes.last?.resource == .firm(last))
      let revisions = page.changes.map(\.revision)
      #expect(revisions == revisions.sorted() && Set(revisions).count == 3)
    }
  }

  @Test func pagesResumeAtAnyChange() async throws {
    try await TestService.withCity { service in
      try await Self.play(service)
      let all = try await Self.list(service) { $0.maxChanges = 1_000 }
      #expect(!all.more)
      var lines: [String] = []
      var cursor = ""
      repeat {
        let page = try await Self.list(service, after: cursor) { $0.maxChanges = 2 }
        lines += page.changes.map(Self.line)
        cursor = page.nextCursor
        if !page.more { break }
      } while true
      #expect(lines == all.changes.map(Self.line))
      for (index, change) in all.changes.enumerated() {
        let rest = try await Self.list(service, after: change.cursor) { $0.maxChanges = 1_000 }
        #expect(rest.changes == Array(all.changes.dropFirst(index + 1)))
      }
    }
  }

  @Test func aSelectionNarrowsAndLeavingItIsTold() async throws {
    try await TestService.withCity { service in
      let select = { (request: inout ListChangesRequest) in
        request.division = TestService.county
        request.kinds = ["redsail/Compound"]
      }
      let page = try await Self.list(service, select)
      #expect(page.changes.map(Self.line) == ["created compounds/c1"])
      _ = try await service.compounds.updateCompound(
        .with {
          $0.compound = .with {
            $0.name = TestService.compound
            $0.division = TestService.otherCommunity
          }
        }
      )
      let left = try await Self.list(service, after: page.nextCursor, select)
      #expect(left.changes.map(Self.line) == ["removed compounds/c1"])
      #expect(left.changes.first?.resource == nil)
      _ = try await service.compounds.updateCompound(
        .with {
          $0.compound = .with {
            $0.name = TestService.compound
            $0.division = TestService.community
          }
        }
      )
      let back = try await Self.list(service, after: left.nextCursor, select)
      #expect(back.changes.map(\.name) == [TestService.compound] && back.changes.first?.resource != nil)
    }
  }

  /// Rows that the server keeps for itself are nobody's business.
  @Test func linksAreNotShown() async throws {
    try await TestService.withCity { service in
      let start = try await Self.list(service) { $0.fromLatest = true }
      let project = try await service.makeProject()
      let page = try await Self.list(service, after: start.nextCursor)
      #expect(page.changes.map(\.name) == [project.name] && !page.more)
    }
  }

  @Test func aCursorBelongsToItsSelection() async throws {
    try await TestService.withCity { service in
      let cursor = try await Self.list(service).nextCursor
      let changes: [(inout ListChangesRequest) -> Void] = [
        { $0.division = TestService.county }, { $0.kinds = ["redsail/Firm"] }, { $0.cursor += "A" },
      ]
      for change in changes {
        let refused = try await failure { try await Self.list(service, after: cursor, change) }
        #expect(refused.code == .invalidArgument && refused.fields == ["cursor: INVALID_CURSOR"])
      }
    }
  }

  @Test func wrongRequestsAreRefused() async throws {
    try await TestService.withCity { service in
      let cursor = try await Self.list(service).nextCursor
      let refused = try await failure {
        try await Self.list(service, after: cursor) {
          $0.fromLatest = true
          $0.kinds = ["redsail/Firm", "redsail/Nonsense"]
          $0.maxChanges = -1
        }
      }
      #expect(
        refused.fields == [
          "kinds[1]: INVALID_FIELD", "max_changes: INVALID_FIELD", "from_latest: INVALID_FIELD",
        ]
      )
      let city = try await failure {
        try await service.feed.listChanges(.with { $0.parent = "cities/371100" })
      }
      #expect(city.code == .notFound)
    }
  }

  @Test func aCompactedCursorDiffersFromAnEmptyFeed() async throws {
    try await TestService.withCity { service in
      let early = try await Self.list(service) { $0.maxChanges = 1 }
      let end = try await Self.list(service) { $0.fromLatest = true }
      // Changes are kept for 30 days at least.
      service.clock.advance(seconds: 40 * 86_400)
      let firm = try await service.firms.updateFirm(
        .with {
          $0.firm = .with {
            $0.name = TestService.firm
            $0.shortName = "红帆"
          }
        }
      )
      try await service.store.compactChanges(of: "370800", through: .max)
      for cursor in ["", early.nextCursor] {
        let refused = try await failure { try await Self.list(service, after: cursor) }
        #expect(refused.code == .outOfRange && refused.reason == "CURSOR_COMPACTED")
        #expect(refused.metadata == ["earliest_time": "2025-07-11T08:00:00+08:00"])
        let stream = service.feed.watchChanges(
          .with {
            $0.parent = TestService.city
            $0.cursor = cursor
          }
        )
        var responses = stream.makeAsyncIterator()
        let ended = try await failure { try await responses.next() }
        #expect(ended.code == .outOfRange && ended.reason == "CURSOR_COMPACTED")
      }
      let rest = try await Self.list(service, after: end.nextCursor)
      #expect(rest.changes.map(\.name) == [firm.name])
    }
  }

  @Test func aStreamFollowsAndResumesOverARestart() async throws {
    let service = try await TestService()
    try await service.makeCity()
    let start = try await Self.list(service) { $0.fromLatest = true }
    var seen: [String] = []
    var cursor = start.nextCursor
    let stream = service.feed.watchChanges(
      .with {
        $0.parent = TestService.city
        $0.cursor = cursor
      }
    )
    try await Self.play(service)
    for try await response in stream {
      seen += response.changes.map { "\($0.kind)" }
      cursor = response.cursor
      if seen.count == 3 { break }
    }
    #expect(seen == ["updated", "deleted", "undeleted"])
    stream.cancel()
    try await Self.play(service)
    try await service.store.close()

    let restarted = try await TestService(directory: service.directory, clock: service.clock)
    let second = restarted.feed.watchChanges(
      .with {
        $0.parent = TestService.city
        $0.cursor = cursor
      }
    )
    var resumed: [String] = []
    for try await response in second {
      resumed += response.changes.map { "\($0.kind)" }
      if resumed.count == 3 { break }
    }
    #expect(resumed == ["updated", "deleted", "undeleted"])
    second.cancel()
    try await restarted.close()
  }

  @Test func anIdleStreamShowsProgress() async throws {
    try await TestService.withCity { service in
      let stream = service.feed.watchChanges(
        .with {
          $0.parent = TestService.city
          $0.fromLatest = true
          $0.kinds = ["redsail/ReceptionDay"]
          $0.progressInterval = .with { $0.seconds = 1 }
        }
      )
      var responses = stream.makeAsyncIterator()
      let first = try #require(try await responses.next())
      #expect(first.changes.isEmpty && !first.cursor.isEmpty)
      try await Self.play(service)
      let second = try #require(try await responses.next())
      #expect(second.changes.isEmpty && second.progressTime?.seconds == 1_748_736_000)
      #expect(second.cursor != first.cursor)
      stream.cancel()
    }
  }

  @Test func aDrainingServerEndsItsStreams() async throws {
    try await TestService.withCity { service in
      let request = WatchChangesRequest.with {
        $0.parent = TestService.city
        $0.fromLatest = true
      }
      let stream = service.feed.watchChanges(request)
      var responses = stream.makeAsyncIterator()
      _ = try await responses.next()
      service.services.beginDrain()
      let ended = try await failure { try await responses.next() }
      #expect(ended.code == .unavailable && ended.reason == "UNAVAILABLE")
      let late = try await failure {
        var responses = service.feed.watchChanges(request).makeAsyncIterator()
        _ = try await responses.next()
        return try await responses.next()
      }
      #expect(late.code == .unavailable)
    }
  }

  @Test(arguments: [(Int64(0), Int32(999_999_999)), (601, 0), (-1, 0)])
  func anIntervalHasBounds(seconds: Int64, nanos: Int32) async throws {
    try await TestService.withCity { service in
      let refused = try await failure {
        var responses = service.feed.watchChanges(
          .with {
            $0.parent = TestService.city
            $0.progressInterval = .with {
              $0.seconds = seconds
              $0.nanos = nanos
            }
          }
        ).makeAsyncIterator()
        return try await responses.next()
      }
      #expect(refused.fields == ["progress_interval: INVALID_FIELD"])
    }
  }
}
