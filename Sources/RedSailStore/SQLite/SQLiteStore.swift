internal import GRDB

/// The embedded backend: one SQLite database in a directory that belongs to one process.
///
/// WAL with `synchronous=FULL`. One connection writes and checkpoints; the others are query-only. The directory holds
/// `redsail.sqlite` with SQLite's `-wal` and `-shm` beside it, and `redsail.lock`.
public final class SQLiteStore: Store {
  /// The kinds it was opened with.
  public let schema: StoreSchema

  let tables: KindTables
  let writer: GroupCommitWriter
  let lookups: ReaderPool
  let reports: ReaderPool
  let past: PastReaders
  let signal: CommitSignal
  let clock: @Sendable () -> Instant
  private let lock: DirectoryLock

  /// Opens a directory's database, creating both if need be, and brings it to this program's layout.
  ///
  /// Blocks until ready. `clock` gives record times; they never run backwards within one opening.
  /// Throws `directoryInUse`, `notAStore`, `newerDatabase`, `damaged`, `invalidSchema`.
  public init(
    directory: String,
    schema: StoreSchema,
    configuration: SQLiteConfiguration = SQLiteConfiguration(),
    clock: @escaping @Sendable () -> Instant = { .now() }
  ) throws {
    try schema.validate()
    self.schema = schema
    self.clock = clock
    self.lock = try DirectoryLock(directory: directory)
    let path = directory + "/redsail.sqlite"
    let queue = try SQLiteConnections.openWriter(path: path, configuration: configuration)
    let tables = KindTables(schema: schema)
    self.tables = tables
    let state = try queue.unsafeReentrantWrite { database in
      try SQLiteMigrator(schema: schema, tables: tables).migrate(database)
      return try WriterState(database)
    }
    self.signal = CommitSignal(latest: state.latest)
    self.writer = GroupCommitWriter(
      queue: queue,
      state: state,
      tables: tables,
      signal: signal,
      batchLimit: configuration.batchLimit,
      clock: clock
    )
    self.lookups = try ReaderPool(path: path, connections: configuration.lookupConnections, label: "lookup")
    self.reports = try ReaderPool(path: path, connections: configuration.reportConnections, label: "report")
    self.past = try PastReaders(path: path, configuration: configuration)
  }

  /// Finishes waiting writes, refuses new ones and releases the directory.
  public func close() async throws {
    signal.close()
    try await lookups.close()
    try await reports.close()
    try await past.close()
    try await writer.close()
    lock.release()
  }
}
