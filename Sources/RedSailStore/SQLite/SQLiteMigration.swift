/// One numbered step of the tables that do not depend on the schema's kinds. Steps are only ever added.
struct SQLiteMigration: Sendable {
  /// Kept in `user_version`.
  let number: Int
  let sql: String

  static let all = [
    SQLiteMigration(number: 1, sql: first)
  ]

  // In `change`, a missing `before` is the `after` of `previous_revision`; it is filled in when that entry is compacted.
  // Paths are “/root/…/division/” as they were at the time of the change; NULL where the record did not exist.
  private static let first = """
    CREATE TABLE setting (name TEXT PRIMARY KEY, value INTEGER NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TABLE mark (name TEXT PRIMARY KEY, value BLOB NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TABLE kind_column (
      kind TEXT NOT NULL, name TEXT NOT NULL, type TEXT NOT NULL, PRIMARY KEY (kind, name)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE city (city TEXT PRIMARY KEY, floor INTEGER NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TABLE division (
      city TEXT NOT NULL, code TEXT NOT NULL, parent TEXT, path TEXT NOT NULL, PRIMARY KEY (city, code)
    ) STRICT, WITHOUT ROWID;
    CREATE UNIQUE INDEX division_path ON division (city, path, code);
    CREATE TABLE change (
      sequence INTEGER PRIMARY KEY, city TEXT NOT NULL, revision INTEGER NOT NULL, kind TEXT NOT NULL,
      name TEXT NOT NULL, type INTEGER NOT NULL, time INTEGER NOT NULL, actor TEXT NOT NULL,
      path_before TEXT, path_after TEXT, previous_revision INTEGER, before BLOB, after BLOB
    ) STRICT;
    CREATE UNIQUE INDEX change_revision ON change (city, revision);
    CREATE TABLE request (
      caller TEXT NOT NULL, request_id TEXT NOT NULL, method TEXT NOT NULL, fingerprint BLOB NOT NULL,
      time INTEGER NOT NULL, city TEXT NOT NULL, revision INTEGER, answer BLOB
    ) STRICT;
    CREATE UNIQUE INDEX request_key ON request (caller, request_id);
    CREATE INDEX request_time ON request (time);
    CREATE TABLE external_key (
      city TEXT NOT NULL, kind TEXT NOT NULL, source_system TEXT NOT NULL, record_number TEXT NOT NULL,
      name TEXT NOT NULL, PRIMARY KEY (city, kind, source_system, record_number)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE side (
      city TEXT NOT NULL, kind TEXT NOT NULL, subject TEXT NOT NULL, division TEXT NOT NULL, bytes BLOB NOT NULL
    ) STRICT;
    CREATE UNIQUE INDEX side_subject ON side (city, kind, subject);
    """
}
