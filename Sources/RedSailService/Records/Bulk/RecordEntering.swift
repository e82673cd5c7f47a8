internal import RPCCore
internal import RedSailAPI
internal import RedSailStore

/// How the entries of a bulk call are entered: in their order, each on its own, many to a transaction.
struct RecordEntering: Sendable {
  let environment: ServiceEnvironment
  let caller: Caller
  let city: String
  /// Whether nothing is stored.
  let isValidation: Bool

  /// What is only checked is thrown away with the savepoint.
  private struct Checked: Error {
    let results: [RecordResult]
  }

  /// Checks that the city is there.
  func checkCity() async throws {
    let name = ResourceType.city.name(city: city, id: city)
    try await environment.read(city, caller) { snapshot in
      guard try snapshot.record(City.recordKind, named: name) != nil else { throw Failure.notFound(name) }
    }
  }

  /// Enters entries; `index` is that of the first one. Throws only what ends the whole call.
  func enter(_ entries: [RecordEntry], from index: Int) async throws -> [RecordResult] {
    // What is validated must see all that comes before it.
    let step = isValidation ? max(entries.count, 1) : RecordLimits.entriesPerTransaction
    var results: [RecordResult] = []
    results.reserveCapacity(entries.count)
    for start in stride(from: 0, to: entries.count, by: step) {
      let part = entries[start..<min(start + step, entries.count)]
      results += try await enterTogether(part)
    }
    for position in results.indices { results[position].index = Int32(clamping: index + position) }
    return results
  }

  private func enterTogether(_ entries: ArraySlice<RecordEntry>) async throws -> [RecordResult] {
    var intakes: [Result<RecordIntake, RPCError>] = []
    intakes.reserveCapacity(entries.count)
    for entry in entries {
      do {
        intakes.append(
          .success(try RecordIntake(entry, city: city, caller: caller, environment: environment))
        )
      } catch let error as RPCError {
        intakes.append(.failure(error))
      }
    }
    let isValidation = isValidation
    let context = WriteContext(city: city, scope: caller.scope, actor: caller.actor)
    do {
      return try await environment.store.write(context) { [intakes] transaction in
        let results = try intakes.map { intake in
          switch intake {
          case .success(let intake): try intake.enter(in: transaction, isValidation: isValidation)
          case .failure(let error): RecordResult(error, of: nil)
          }
        }
        if isValidation { throw Checked(results: results) }
        return results
      }
    } catch let checked as Checked {
      return checked.results
    } catch let error as StoreError {
      throw Failure.store(error)
    }
  }
}

extension RecordIntake {
  /// Enters the entry; what it is refused for becomes its result. Throws only what ends the whole call.
  fileprivate func enter(in transaction: any StoreTransaction, isValidation: Bool) throws -> RecordResult {
    do {
      return try transaction.attempt {
        if let bytes = try transaction.answer(to: key) { return try first(bytes) }
        let applied = try apply(transaction)
        try transaction.remember(.record(applied.record), to: key)
        let isWritten = applied.outcome != .present
        return .with {
          $0.outcome = applied.outcome
          $0.name = isValidation && applied.isNameChosen ? "" : applied.record.name
          $0.etag = isValidation && isWritten ? "" : applied.record.etag
        }
      }
    } catch let error as StoreError {
      return try refused(Failure.store(error))
    } catch let error as RPCError {
      return try refused(error)
    }
  }

  private func refused(_ error: RPCError) throws(RPCError) -> RecordResult {
    guard error.code != .internal, error.code != .unavailable, error.code != .dataLoss else { throw error }
    return RecordResult(error, of: type)
  }
}

extension RecordResult {
  /// An entry that was refused.
  fileprivate init(_ error: RPCError, of type: ResourceType?) {
    self.init()
    outcome = .failed
    self.error = RecordError(error, of: type)
  }
}
