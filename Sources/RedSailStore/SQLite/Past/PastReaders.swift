internal import GRDB

/// The connections that reads of the past have for themselves: they may write temporary tables. A moment always goes to
/// the same connection, which may still have its view.
final class PastReaders: Sendable {
  /// A connection and its views.
  struct Reader {
    let pool: ReaderPool
    let views: PastViews
  }

  private let readers: [Reader]

  init(path: String, configuration: SQLiteConfiguration) throws {
    readers = try (0..<max(1, configuration.pastConnections)).map { number in
      Reader(
        pool: try ReaderPool(
          path: path,
          connections: 1,
          label: "past.\(number)",
          writesTemporaryTables: true
        ),
        views: PastViews(limit: configuration.pastRecords)
      )
    }
  }

  /// The reader for a moment.
  func reader(for city: String, _ asOf: AsOf) -> Reader {
    var hasher = Hasher()
    hasher.combine(city)
    hasher.combine(asOf)
    return readers[Int(UInt(bitPattern: hasher.finalize()) % UInt(readers.count))]
  }

  func close() async throws {
    for reader in readers { try await reader.pool.close() }
  }
}
