internal import RPCCore
internal import RedSailAPI
internal import RedSailStore

extension StoreSnapshot {
  /// Checks that each compound of a field lies in a division or below it.
  func check(_ compounds: [String], lieIn division: String, field: String) throws {
    for (index, compound) in compounds.enumerated() {
      let path = "\(field)[\(index)]"
      let place = try referred(Compound.self, named: compound, field: path).resource.division
      guard try !isDivision(place, within: division) else { continue }
      throw Failure.field(
        path,
        .invalidField,
        LocalizedText(
          "'\(compound)' lies in '\(place)', which is not within '\(division)'",
          "小区“\(compound)”不在区划“\(division)”内"
        )
      )
    }
  }
}

extension Failure {
  /// Checks that a field names the same record as the record that it depends on does.
  static func check<Owner>(
    _ came: String,
    _ field: String,
    equals expected: String,
    of owner: StoredRecord<Owner>
  ) throws(RPCError) {
    guard came != expected else { return }
    throw self.field(
      field,
      .invalidField,
      LocalizedText(
        "expected '\(expected)' as '\(owner.record.name)' has it, came '\(came)'",
        "应与“\(owner.record.name)”一致，为“\(expected)”"
      )
    )
  }
}

extension Violations {
  /// Names of which none comes twice.
  mutating func distinct(_ names: [String], _ field: String) {
    var seen: Set<String> = []
    for (index, name) in names.enumerated() {
      if name.isEmpty {
        missing("\(field)[\(index)]")
      } else if !seen.insert(name).inserted {
        add(
          "\(field)[\(index)]",
          .invalidField,
          LocalizedText("'\(name)' stands in the list twice", "“\(name)”重复")
        )
      }
    }
  }
}
