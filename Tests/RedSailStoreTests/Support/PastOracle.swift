internal import RedSailStore

/// Keeps all versions of all records in memory and answers what stood at a moment: what the backends are compared with.
struct PastOracle {
  struct Version {
    let record: Record
    let columns: Oracle.Row
  }

  private struct Entry {
    let revision: Revision
    let kind: RecordKind
    let id: Int64
    /// Nil: purged.
    let version: Version?
  }

  private var entries: [Entry] = []
  private var trees: [(revision: Revision, parents: [String: String])] = [(0, [:])]

  /// The last revision of a record.
  private(set) var latest: Revision = 0

  /// The newest tree: the parent of each division, "" for a root.
  var parents: [String: String] { trees.last?.parents ?? [:] }

  mutating func note(_ record: Record, _ columns: Oracle.Row) {
    let version = Version(record: record, columns: columns)
    entries.append(Entry(revision: record.revision, kind: record.kind, id: record.id, version: version))
    latest = record.revision
  }

  mutating func notePurge(_ record: Record) {
    latest += 1
    entries.append(Entry(revision: latest, kind: record.kind, id: record.id, version: nil))
  }

  /// A division was defined or moved, after `latest`; the city's revision is now `revision`.
  mutating func note(_ division: DivisionNode, revision: Revision) {
    var parents = parents
    parents[division.code] = division.parent ?? ""
    trees.append((latest + 1, parents))
    latest = revision
  }

  /// The tree at a revision.
  func parents(at revision: Revision) -> [String: String] {
    trees.last { $0.revision <= revision }?.parents ?? [:]
  }

  /// The codes from a division up to its root, itself first.
  static func path(_ code: String, _ parents: [String: String]) -> [String] {
    Array(sequence(first: code) { parents[$0].flatMap { $0.isEmpty ? nil : $0 } })
  }

  /// The records of a kind that stood at a moment, in order of creation.
  func versions(_ kind: RecordKind, _ asOf: AsOf) -> [Version] {
    var histories: [Int64: [Version?]] = [:]
    for entry in entries where entry.kind == kind && entry.revision <= asOf.revision ?? latest {
      histories[entry.id, default: []].append(entry.version)
    }
    return histories.sorted { $0.key < $1.key }.compactMap { _, history in
      guard history.last ?? nil != nil else { return nil }
      return history.compactMap { $0 }.last { version in
        guard asOf.eventKinds?.contains(kind.name) ?? true, let limit = asOf.eventTime,
          let time = version.columns["event_time"]?.integer
        else { return true }
        return time <= limit.microseconds
      }
    }
  }
}
