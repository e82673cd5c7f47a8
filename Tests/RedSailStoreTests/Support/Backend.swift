internal import Foundation
internal import Testing

@testable internal import RedSailStore

/// A backend that the shared suite runs against.
struct Backend: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let open:
    @Sendable (_ directory: String, _ schema: StoreSchema, _ clock: @escaping @Sendable () -> Instant) throws ->
      any Store

  static let all = [
    Backend(testDescription: "SQLite") { try SQLiteStore(directory: $0, schema: $1, clock: $2) }
  ]

  /// Opens a store in a directory of its own, and removes it afterwards.
  func withStore(
    schema: StoreSchema = Fixture.schema,
    clock: @escaping @Sendable () -> Instant = { .now() },
    _ body: (any Store) async throws -> Void
  ) async throws {
    try await withDirectory { directory in
      let store = try open(directory, schema, clock)
      try await body(store)
      try await store.close()
    }
  }
}

/// Runs a closure with a new directory, and removes it afterwards.
func withDirectory(_ body: (String) async throws -> Void) async throws {
  let directory = NSTemporaryDirectory() + "/redsail-store-" + UUID().uuidString
  defer { try? FileManager.default.removeItem(atPath: directory) }
  try await body(directory)
}
