internal import RedSailStore

/// Which columns of which kinds refer to a type of resource, so that none is deleted while live records refer to it.
struct Referrers: Sendable {
  private struct Column: Sendable {
    let kind: RecordKind
    let name: String
  }

  private var columns: [String: [Column]] = [:]

  /// Collects the references of the kinds.
  init(_ resources: [any StoredResource.Type]) {
    for resource in resources { add(resource) }
  }

  private mutating func add<Resource: StoredResource>(_ resource: Resource.Type) {
    for reference in Resource.references {
      guard let column = reference.column else { continue }
      for target in reference.targets {
        columns[target.type.name, default: []].append(Column(kind: Resource.kind, name: column))
      }
    }
  }

  /// Adds a link kind: rows that exist for each element of a repeated reference.
  mutating func add(_ kind: RecordKind, column: String, to type: ResourceType) {
    columns[type.name, default: []].append(Column(kind: kind, name: column))
  }

  /// The name of a live record that refers to this one; nil if there is none.
  func first(of name: ResourceName, type: ResourceType, in snapshot: any StoreSnapshot) throws -> String? {
    for column in columns[type.name] ?? [] {
      let value: ColumnValue = column.name == "division" ? .text(name.id) : .text(name.text)
      let query = ListQuery(
        column.kind,
        where: RecordFilter(predicate: .compare(column.name, .equal, value)),
        pageSize: 2
      )
      // A record that refers to itself may go.
      if let found = try snapshot.list(query).records.first(where: { $0.name != name.text }) { return found.name }
    }
    return nil
  }
}
