internal import RedSailStore

/// Writes a random history into a store and an oracle: records of all kinds come, change, move, are deleted, restored and
/// purged, names are used again, and the divisions themselves move.
struct RandomHistory {
  let store: any Store
  let clock: TestClock
  private(set) var oracle = PastOracle()
  private var random: SeededGenerator
  private var live: [Record] = []
  private var times: [Int64: Int64] = [:]

  init(_ store: any Store, clock: TestClock, seed: UInt64) async throws {
    self.store = store
    self.clock = clock
    random = SeededGenerator(seed: seed)
    for division in Fixture.divisions { try await define(division) }
  }

  /// Takes some steps, with the clock going on by up to half a day each.
  mutating func run(steps: Int) async throws {
    for _ in 0..<steps {
      clock.advance(minutes: Int64.random(in: 0...720, using: &random))
      switch Int.random(in: 0..<20, using: &random) {
      case 0: try await moveDivision()
      case 1...6: try await create()
      case 7...8: try await purge()
      case 9...11: try await toggleDeletion()
      default: try await update()
      }
    }
  }

  private mutating func define(_ division: DivisionNode) async throws {
    let revision = try await store.write(Fixture.write) { transaction in
      try transaction.define(division)
      return try transaction.revision()
    }
    oracle.note(division, revision: revision)
  }

  private mutating func moveDivision() async throws {
    let street = ["A1", "A2", "B1", "B2"].randomElement(using: &random) ?? "A1"
    let target = Bool.random(using: &random) ? "\(street)x" : street
    let parents = target == street ? ["A", "B"] : ["A1", "A2", "B1", "B2"]
    guard let parent = parents.randomElement(using: &random) else { return }
    let node = DivisionNode(code: target, parent: parent)
    // A division that stays where it is is no change.
    if oracle.parents[target] != parent { try await define(node) }
  }

  private mutating func columns(of kind: RecordKind, after last: Int64) -> Oracle.Row {
    var row: Oracle.Row = ["state": .integer(Int64.random(in: 1...3, using: &random))]
    if kind.column(named: "event_time") != nil {
      // Entered as it happened, or later; never before the record's last event.
      let now = clock.now.microseconds
      let earliest = max(last, now - Int64.random(in: 0...40, using: &random) * 86_400_000_000)
      row["event_time"] = .integer(Int64.random(in: earliest...max(earliest, now), using: &random))
    }
    let firm = "firm\(Int.random(in: 0..<8, using: &random))"
    if kind == Histories.link { row["firm"] = .text(firm) }
    if kind == Histories.demand {
      if Bool.random(using: &random) { row["firm"] = .text(firm) }
      let day = Int64.random(in: 1...28, using: &random)
      if Bool.random(using: &random) { row["due"] = .integer(20_250_000 + (day % 12 + 1) * 100 + day) }
      row["received"] = .integer(clock.now.microseconds - day * 50_000_000_000)
      row["area"] = .integer(Int64.random(in: 0...9, using: &random))
    }
    return row
  }

  private mutating func note(_ record: Record, _ row: Oracle.Row) {
    oracle.note(record, row)
    times[record.id] = row["event_time"]?.integer ?? 0
    live.removeAll { $0.id == record.id }
    live.append(record)
  }

  private mutating func division() -> String {
    ["A1x", "A1y", "A2x", "B1x", "B2y", "B2", ""].randomElement(using: &random) ?? ""
  }

  private mutating func create() async throws {
    let kind = Histories.kinds.randomElement(using: &random) ?? Histories.demand
    // Few names, so that those of purged records come again.
    let name = "\(kind.name)\(Int.random(in: 0..<(kind == Histories.demand ? 40 : 8), using: &random))"
    guard !live.contains(where: { $0.kind == kind && $0.name == name }) else { return }
    var row = columns(of: kind, after: 0)
    if kind == Histories.demand { row["begun"] = row["event_time"] }
    let made = row
    let division = division()
    let record = try await store.write(Fixture.write) { transaction in
      try transaction.create(kind, name: name, division: division, columns: made) { _ in Histories.bytes(made) }
    }
    note(record, made)
  }

  private mutating func update() async throws {
    guard let old = live.randomElement(using: &random) else { return }
    var changed = columns(of: old.kind, after: times[old.id] ?? 0)
    changed["begun"] = try Histories.columns(old.bytes)["begun"]
    let row = changed
    let division = Bool.random(using: &random) ? old.division : division()
    let record = try await store.write(Fixture.write) { transaction in
      try transaction.update(old, division: division, columns: row) { _ in Histories.bytes(row) }
    }
    note(record, row)
  }

  private mutating func toggleDeletion() async throws {
    guard let old = live.randomElement(using: &random) else { return }
    var row = try Histories.columns(old.bytes)
    if row["event_time"] != nil { row["event_time"] = columns(of: old.kind, after: times[old.id] ?? 0)["event_time"] }
    let bytes = Histories.bytes(row)
    let purgeTime = clock.now.adding(days: 30)
    let record = try await store.write(Fixture.write) { transaction in
      if old.deleteTime == nil {
        try transaction.delete(old, purgeTime: purgeTime) { _ in bytes }
      } else {
        try transaction.undelete(old) { _ in bytes }
      }
    }
    note(record, row)
  }

  private mutating func purge() async throws {
    guard let old = live.randomElement(using: &random) else { return }
    try await store.write(Fixture.write) { try $0.purge(old) }
    oracle.notePurge(old)
    live.removeAll { $0.id == old.id }
  }
}
