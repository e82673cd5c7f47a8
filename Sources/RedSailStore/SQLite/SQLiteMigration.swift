/// One numbered step of the tables that do not depend on the schema's kinds. Steps are only ever added.
struct SQLiteMigration: Sendable {
  /// Kept in `user_version`.
  let number: Int
  let sql: String

  static let all = [
    SQLiteMigration(number: 1, sql: first),
    SQLiteMigration(number: 2, sql: versions),
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

  // Each change says of which record it is and describes the version that it replaced, so that a read can go back: the
  // bytes alone do not tell when a version was recorded or to be purged. What stands before the bytes can be read without
  // them. The tree of divisions keeps its versions too; one counts from its revision on.
  //
  // A record's id is the sequence of the change that created it. Layout 1 did not keep the purge times.
  private static let versions = """
    CREATE TABLE division_version (
      city TEXT NOT NULL, code TEXT NOT NULL, revision INTEGER NOT NULL, parent TEXT, path TEXT NOT NULL,
      PRIMARY KEY (city, code, revision)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX division_version_revision ON division_version (city, revision);
    INSERT INTO division_version (city, code, revision, parent, path) SELECT city, code, 0, parent, path FROM division;
    DROP INDEX change_revision;
    ALTER TABLE change RENAME TO change_1;
    CREATE UNIQUE INDEX change_1_revision ON change_1 (city, revision);
    CREATE INDEX change_1_previous ON change_1 (city, previous_revision);
    CREATE TABLE change (
      sequence INTEGER PRIMARY KEY, city TEXT NOT NULL, revision INTEGER NOT NULL, kind TEXT NOT NULL,
      name TEXT NOT NULL, type INTEGER NOT NULL, time INTEGER NOT NULL, actor TEXT NOT NULL,
      path_before TEXT, path_after TEXT, previous_revision INTEGER, record INTEGER, create_time INTEGER,
      replaced_time INTEGER, replaced_delete_time INTEGER, replaced_purge_time INTEGER, before BLOB, after BLOB
    ) STRICT;
    WITH RECURSIVE chain (city, revision, record, create_time, delete_time) AS (
      SELECT city, revision, sequence, time, NULL FROM change_1 WHERE type = 1
      UNION ALL
      SELECT c.city, c.revision, h.record, h.create_time, CASE c.type WHEN 2 THEN h.delete_time WHEN 3 THEN c.time END
      FROM chain AS h
      CROSS JOIN change_1 AS c ON c.city = h.city AND c.previous_revision = h.revision
    )
    INSERT INTO change
    SELECT c.sequence, c.city, c.revision, c.kind, c.name, c.type, c.time, c.actor, c.path_before, c.path_after,
      c.previous_revision, h.record, iif(c.type = 1, NULL, h.create_time), p.time, d.delete_time, NULL, c.before,
      c.after
    FROM change_1 AS c
    LEFT JOIN chain AS h ON h.city = c.city AND h.revision = c.revision
    LEFT JOIN chain AS d ON d.city = c.city AND d.revision = c.previous_revision
    LEFT JOIN change_1 AS p ON p.city = c.city AND p.revision = c.previous_revision;
    DROP TABLE change_1;
    CREATE UNIQUE INDEX change_revision ON change (city, revision, previous_revision, kind, record);
    """
}
