internal import RedSailClient
internal import Testing

/// Records of every kind in one place, through the client.
@Suite struct RecordTests {
  static func compound(_ index: Int, _ change: (inout Compound) -> Void = { _ in }) -> Compound {
    var compound = Compound.with {
      $0.name = "cities/370800/compounds/c\(index)"
      $0.division = "cities/370800/divisions/\(TestCity.community)"
      $0.displayName = "小区\(index)"
      $0.externalIDs = [id("XQ-\(index)")]
    }
    change(&compound)
    return compound
  }

  static func id(_ number: String) -> ExternalId {
    .with {
      $0.sourceSystem = "jining-housing"
      $0.id = number
    }
  }

  static func entry(_ compound: Compound, _ mode: RecordEntry.Mode = .unspecified) -> RecordEntry {
    .with {
      $0.record = .with { $0.resource = .compound(compound) }
      $0.mode = mode
    }
  }

  private static func outcomes(_ results: RecordImport<ImportEntries<[RecordEntry]>>) async throws
    -> [RecordResult.Outcome]
  {
    try await results.reduce(into: []) { $0.append($1.outcome) }
  }

  private static func compounds(_ records: [AnyRecord]) -> [Compound] {
    records.compactMap { if case .compound(let compound) = $0.resource { compound } else { nil } }
  }

  @Test func whatIsImportedIsFoundByItsExternalID() async throws {
    try await TestCity.run(on: .redsail) { test in
      let records = test.city.records
      let entries = [Self.entry(Self.compound(1)), Self.entry(Self.compound(2) { $0.displayName = "" })]
      #expect(try await Self.outcomes(records.import(entries, validateOnly: true)) == [.created, .failed])
      #expect(try await records.find("XQ-1", of: "jining-housing").isEmpty)
      #expect(try await Self.outcomes(records.import(entries)) == [.created, .failed])
      let found = try await records.find("XQ-1", of: "jining-housing", kinds: [Compound.resourceType])
      #expect(Self.compounds(found).map(\.name) == [Self.compound(1).name])
      #expect(try await records.find("XQ-2", of: "jining-housing").isEmpty)
      #expect(try await records.find("XQ-1", of: "jining-housing", kinds: [Firm.resourceType]).isEmpty)
    }
  }

  /// The server goes away while entries are on their way, some of them stored.
  @Test func anImportOutlastsARestart() async throws {
    try await TestCity.run(on: .redsail) { test in
      let count = 1_200
      let (entries, source) = AsyncStream<RecordEntry>.makeStream()
      let city = test.city
      async let results = city.records.import(entries).reduce(into: [RecordResult]()) { $0.append($1) }
      for index in 0..<count / 2 { source.yield(Self.entry(Self.compound(index))) }
      var changes = city.changes(kinds: [Compound.resourceType]).makeAsyncIterator()
      _ = try await changes.next()
      try await test.server.stop()
      #expect(try await test.server.start() == test.port)
      for index in count / 2..<count { source.yield(Self.entry(Self.compound(index))) }
      source.finish()
      let told = try await results
      #expect(told.map(\.index) == (0..<Int32(count)).map { $0 })
      // What was stored before the break is there already, the rest is new.
      #expect(told.allSatisfy { $0.outcome == .created || $0.outcome == .present })
      #expect(told.contains { $0.outcome == .present })
      #expect(told.map(\.name) == (0..<count).map { Self.compound($0).name })
      var stored = 0
      for try await record in city.records.export(kinds: [Compound.resourceType]) {
        if case .compound = record.resource { stored += 1 }
      }
      #expect(stored == count)
    }
  }

  /// Others write, and the server starts anew, between two pages of an export.
  @Test func anExportShowsOneRevisionWhileWritesGoOn() async throws {
    try await TestCity.run(on: .redsail) { test in
      let count = 2_000
      let address = String(repeating: "长", count: 200)
      let entries = (0..<count).map { index in Self.entry(Self.compound(index) { $0.address = address }) }
      #expect(try await Self.outcomes(test.city.records.import(entries)).allSatisfy { $0 == .created })
      let kinds = [Compound.resourceType]
      var pages = test.city.records.export(kinds: kinds).pages.makeAsyncIterator()
      let first = try #require(try await pages.next())
      #expect(first.records.count < count && !first.cursor.isEmpty)
      let later = [
        Self.entry(Self.compound(count - 1) { $0.displayName = "新名" }, .upsert),
        Self.entry(Self.compound(count - 2), .delete), Self.entry(Self.compound(count)),
      ]
      #expect(try await Self.outcomes(test.city.records.import(later)) == [.updated, .deleted, .created])
      try await test.server.stop()
      #expect(try await test.server.start() == test.port)
      var exported = Self.compounds(first.records)
      while let page = try await pages.next() {
        #expect(page.revision == first.revision)
        exported += Self.compounds(page.records)
      }
      #expect(exported.map(\.name) == (0..<count).map { Self.compound($0).name })
      #expect(exported.allSatisfy { $0.displayName != "新名" && $0.deleteTime == nil })
      // The feed goes on where the export stands.
      var changes = test.city.changes(since: .cursor(first.cursor), kinds: kinds).makeAsyncIterator()
      var names: [String] = []
      while names.count < later.count { names.append(try #require(try await changes.next()).name) }
      #expect(names == [count - 1, count - 2, count].map { Self.compound($0).name })
      // Asked for by its revision, the same state comes again.
      let again = test.city.records.export(kinds: kinds, revision: first.revision)
      #expect(
        try await again.reduce(into: []) { $0.append($1) }
          == exported.map { compound in
            .with { $0.resource = .compound(compound) }
          }
      )
    }
  }

  @Test func mergedAndSplitRecordsLeaveASuccession() async throws {
    try await TestCity.run(on: .redsail) { test in
      let records = test.city.records
      let names = (0..<4).map { Self.compound($0).name }
      let building = RecordEntry.with {
        $0.record = .with {
          $0.resource = .building(
            .with {
              $0.name = "cities/370800/buildings/b1"
              $0.division = Self.compound(0).division
              $0.compound = names[1]
              $0.displayName = "1号楼"
            }
          )
        }
      }
      let entries = (0..<4).map { Self.entry(Self.compound($0)) } + [building]
      #expect(try await Self.outcomes(records.import(entries)) == Array(repeating: .created, count: 5))

      let merged = try await records.merge([names[1]], into: names[0], reason: "并入")
      #expect(merged.kind == .merge && merged.movedCount == 1)
      #expect(merged.predecessors == [names[1]] && merged.successors == [names[0]] && merged.reason == "并入")
      #expect(try await test.city.buildings.get("b1").compound == names[0])
      #expect(Self.compounds(try await records.find("XQ-1", of: "jining-housing")).map(\.name) == [names[0]])

      let move = SplitRecordRequest.Move.with {
        $0.referrer = "cities/370800/buildings/b1"
        $0.successor = names[3]
      }
      let split = try await records.split(names[0], into: [names[2], names[3]], moves: [move], reason: "拆分")
      #expect(split.kind == .split && split.movedCount == 1 && split.successors == [names[2], names[3]])
      #expect(try await test.city.buildings.get("b1").compound == names[3])
      await #expect(throws: RPCError.self) { try await records.merge([names[0]], into: names[2]) }
    }
  }
}
