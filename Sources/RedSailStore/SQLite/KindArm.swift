/// The rows of a kind that one SELECT reads. The present is one arm; a moment of the past that differs from it is two:
/// the rows that have stayed as they were, and the versions of the others.
struct KindArm {
  let table: KindTable
  /// What differs; nil if nothing does.
  let past: PastTable?
  /// Whether the versions are read, not the rows that stayed.
  let isPast: Bool

  static func all(_ table: KindTable, past: PastTable?) -> [KindArm] {
    guard let past else { return [KindArm(table: table, past: nil, isPast: false)] }
    return [false, true].map { KindArm(table: table, past: past, isPast: $0) }
  }

  /// The table to read.
  var source: String {
    if isPast, let past { past.versions } else { table.table }
  }

  /// That a row belongs to this arm.
  func conditions(alias: String, compiler: inout SQLCompiler) -> [String] {
    if isPast { return [] }
    var parts = ["\(alias).city = \(compiler.bind(compiler.city))"]
    guard let past else { return parts }
    parts.append("\(alias).id NOT IN (SELECT id FROM \(past.hidden))")
    // The plus keeps SQLite from searching by the id.
    if let end = past.end { parts.append("+\(alias).id < \(compiler.bind(end))") }
    return parts
  }
}
