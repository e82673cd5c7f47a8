internal import RedSailAPI
internal import RedSailStore

extension StoreSnapshot {
  /// Checks that a division has one of the levels that a field allows.
  func checkLevel(of division: String, _ levels: [Division.Level], field: String) throws {
    let found = try referred(Division.self, named: division, field: field).resource.level
    guard !levels.contains(found) else { return }
    let names = levels.compactMap { Division.Level.layout.name(of: $0.rawValue) }.joined(separator: ", ")
    let came = Division.Level.layout.name(of: found.rawValue) ?? ""
    throw Failure.field(
      field,
      .invalidField,
      LocalizedText("expected a division of \(names), '\(division)' is of \(came)", "区划“\(division)”的级别不符")
    )
  }

  /// Whether a division is another one or lies below it, by explicit parents.
  func isDivision(_ division: String, within root: String) throws -> Bool {
    var name = division
    // Levels strictly rise towards the city: there are no more steps than levels.
    for _ in Division.Level.layout.values {
      if name == root { return true }
      guard let record = try record(Division.recordKind, named: name) else { return false }
      name = try StoredRecord<Division>(record).resource.parentDivision
      if name.isEmpty { return false }
    }
    return false
  }
}
