internal import RPCCore
internal import RedSailAPI
internal import RedSailStore

/// How the entries of a bulk call are entered: in their order, each on its own, many to a transaction.
struct RecordEntering: Sendable {
  let environment: ServiceEnvironment
  let caller: Caller
  let city: String

  /// What is only checked is thrown away with the savepoint.
  private struct Checked: Error {
    let results: [Tried]
  }

  /// What would become of an entry, with the name that its record would have.
  typealias Tried = (result: RecordResult, name: String)

  /// Checks that the city is there.
  func checkCity() async throws {
    let name = ResourceType.city.name(city: city, id: city)
    try await environment.read(city, caller) { snapshot in
      guard try snapshot.record(City.recordKind, named: name) != nil else { throw Failure.notFound(name) }
    }
  }

  /// Enters entries; `index` is that of the first one. Throws only what ends the whole call.
  func enter(_ entries: [RecordEntry], from index: Int) async throws -> [RecordResult] {
    let step = RecordLimits.entriesPerTransaction
    var results: [RecordResult] = []
    results.reserveCapacity(entries.count)
    for start in stride(from: 0, to: entries.count, by: step) {
      let part = entries[start..<min(start + step, entries.count)]
      results += try await enterTogether(part)
    }
    for position in results.indices { results[position].index = Int32(clamping: index + position) }
    return results
  }

  /// Checks an entry as far as can be done without the store.
  func intake(_ entry: RecordEntry) -> Result<RecordIntake, RPCError> {
    do {
      return .success(try RecordIntake(entry, city: city, caller: caller, environment: environment))
    } catch let error as RPCError {
      return .failure(error)
    } catch {
      return .failure(RPCError(code: .internal, message: "an entry cannot be read", cause: error))
    }
  }

  private func enterTogether(_ entries: ArraySlice<RecordEntry>) async throws -> [RecordResult] {
    let intakes = entries.map(intake)
    return try await write { transaction in
      try intakes.map { intake in
        switch intake {
        case .success(let intake): try intake.enter(in: transaction).result
        case .failure(let error): try RecordResult(refused: error, of: nil)
        }
      }
    }
  }

  /// Enters entries behind earlier ones that were accepted, tells what became of them, and undoes it all.
  func tryOut(_ intakes: [Result<RecordIntake, RPCError>], after earlier: [RecordIntake]) async throws -> [Tried] {
    do {
      return try await write { transaction in
        for intake in earlier { _ = try intake.enter(in: transaction) }
        throw Checked(
          results: try intakes.map { intake in
            switch intake {
            case .success(let intake): try intake.tryOut(in: transaction)
            case .failure(let error): (try RecordResult(refused: error, of: nil), "")
            }
          }
        )
      }
    } catch let checked as Checked {
      return checked.results
    }
  }

  private func write<Answer: Sendable>(
    _ body: @escaping @Sendable (any StoreTransaction) throws -> Answer
  ) async throws -> Answer {
    do {
      return try await environment.store.write(
        WriteContext(city: city, scope: caller.scope, actor: caller.actor),
        body
      )
    } catch let error as StoreError {
      throw Failure.store(error)
    }
  }
}

extension RecordIntake {
  /// Enters the entry; what it is refused for becomes its result. Throws only what ends the whole call.
  fileprivate func enter(in transaction: any StoreTransaction) throws -> (result: RecordResult, isNameChosen: Bool) {
    do {
      return try transaction.attempt {
        if let bytes = try transaction.answer(to: key) { return (try first(bytes), false) }
        let applied = try apply(transaction)
        try transaction.remember(.record(applied.record), to: key)
        let result = RecordResult.with {
          $0.outcome = applied.outcome
          $0.name = applied.record.name
          $0.etag = applied.record.etag
        }
        return (result, applied.isNameChosen)
      }
    } catch let error as StoreError {
      return (try RecordResult(refused: Failure.store(error), of: type), false)
    } catch let error as RPCError {
      return (try RecordResult(refused: error, of: type), false)
    }
  }

  /// Enters the entry in a transaction that is undone: its result tells nothing that would be another the next time.
  fileprivate func tryOut(in transaction: any StoreTransaction) throws -> RecordEntering.Tried {
    var (result, isNameChosen) = try enter(in: transaction)
    let name = result.name
    if result.outcome != .present { result.etag = "" }
    if isNameChosen { result.name = "" }
    return (result, name)
  }
}

extension RecordResult {
  /// An entry that was refused. Throws what ends the whole call.
  fileprivate init(refused error: RPCError, of type: ResourceType?) throws(RPCError) {
    guard error.code != .internal, error.code != .unavailable, error.code != .dataLoss else { throw error }
    self.init()
    outcome = .failed
    self.error = RecordError(error, of: type)
  }
}
