internal import RedSailStore

/// One numbered step that brings what an earlier version of the services has stored to what this one expects, beyond the
/// columns that the store fills itself. Steps are only ever added; each runs once, before the first call is served.
struct ServiceMigration: Sendable {
  /// Kept as a mark of the store once the step is done.
  let number: Int
  /// Does the step. It may be broken off and begun anew.
  let run: @Sendable (any Store) async throws -> Void

  static let all = [ServiceMigration(number: 1, run: ExternalIDBackfill.run)]

  /// Runs the steps that a store has not seen.
  static func migrate(_ store: any Store) async throws {
    for migration in all {
      let mark = "service.migration.\(migration.number)"
      guard try await store.mark(mark) == nil else { continue }
      try await migration.run(store)
      try await store.setMark(mark, ifAbsent: [1])
    }
  }
}
