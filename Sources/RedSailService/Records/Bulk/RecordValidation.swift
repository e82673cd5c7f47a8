internal import RPCCore
internal import RedSailAPI
internal import RedSailStore

/// Entries of a bulk call that are only checked: part by part as they come, each part in a transaction that is undone, so
/// that other writers wait for one part at most, and not at all for a caller who keeps the call open.
///
/// What a part hangs together with is entered before it, in the same transaction: the earlier entries for the same records,
/// those that it refers to with all that they refer to, and the latest ones of the same kind that refer to the same record.
struct RecordValidation: Sendable {
  private let entering: RecordEntering
  /// The entries so far that would be stored.
  private var accepted: [RecordIntake] = []
  /// Who provides a word of `RecordTies`.
  private var providers: [String: [Int]] = [:]

  /// Siblings that are entered before a part.
  private static let siblingLimit = 400

  init(_ entering: RecordEntering) { self.entering = entering }

  /// Checks entries; `index` is that of the first one. Throws only what ends the whole call.
  mutating func check(_ entries: [RecordEntry], from index: Int) async throws -> [RecordResult] {
    var results: [RecordResult] = []
    results.reserveCapacity(entries.count)
    for start in stride(from: 0, to: entries.count, by: RecordLimits.entriesPerTransaction) {
      let part = entries[start..<min(start + RecordLimits.entriesPerTransaction, entries.count)]
      results += try await check(part.map(entering.intake))
    }
    for position in results.indices { results[position].index = Int32(clamping: index + position) }
    return results
  }

  private mutating func check(_ intakes: [Result<RecordIntake, RPCError>]) async throws -> [RecordResult] {
    let earlier = earlier(than: intakes.compactMap { try? $0.get() }).map { accepted[$0] }
    let checked = try await entering.tryOut(intakes, after: earlier)
    for (intake, (result, name)) in zip(intakes, checked) where result.outcome != .failed {
      guard case .success(var intake) = intake else { continue }
      intake.ties.add(name: name)
      for word in Set(intake.ties.provided) { providers[word, default: []].append(accepted.count) }
      accepted.append(intake)
    }
    return checked.map(\.result)
  }

  /// The indexes of the accepted entries that are to be entered before a part, in their order.
  private func earlier(than part: [RecordIntake]) -> [Int] {
    func found(_ words: Set<String>) -> [Int] { words.flatMap { providers[$0] ?? [] } }
    let siblings = Set(found(Set(part.flatMap(\.ties.siblings)))).sorted().suffix(Self.siblingLimit)
    var chosen = Set(siblings)
    var open = Array(siblings)
    for index in found(Set(part.flatMap(\.ties.needed))) where chosen.insert(index).inserted { open.append(index) }
    while let next = open.popLast() {
      for index in found(Set(accepted[next].ties.needed)) where chosen.insert(index).inserted { open.append(index) }
    }
    return chosen.sorted()
  }
}
