internal import RedSailStore

/// Which columns of which kinds refer to a type of resource, so that none is deleted while live records refer to it.
struct Referrers: Sendable {
  private struct Column: Sendable {
    let resource: any StoredResource.Type
    let kind: RecordKind
    let name: String
    /// The resource that a record of the kind stands for.
    let owner: @Sendable (_ record: String) -> String
  }

  private var columns: [String: [Column]] = [:]

  /// Collects the references of the kinds.
  init(_ resources: [any StoredResource.Type]) {
    for resource in resources { add(resource) }
  }

  private mutating func add<Resource: StoredResource>(_ resource: Resource.Type) {
    for reference in Resource.resourceReferences {
      guard let column = reference.column else { continue }
      for target in reference.targets {
        columns[target.type.name, default: []].append(
          Column(resource: resource, kind: Resource.recordKind, name: column) { $0 }
        )
      }
    }
    for links in Resource.resourceLinks {
      let kind = links.kind
      for type in links.types {
        columns[type.name, default: []].append(
          Column(resource: resource, kind: kind, name: links.column) { ResourceLinks<Resource>.owner(ofRow: $0, kind) }
        )
      }
    }
  }

  /// The name of a live record that refers to this one; nil if there is none.
  func first(of name: ResourceName, type: ResourceType, in snapshot: any StoreSnapshot) throws -> String? {
    for column in columns[type.name] ?? [] {
      let owners = try snapshot.list(query(column, name, pageSize: 2)).records.lazy.map { column.owner($0.name) }
      // A record that refers to itself may go.
      if let found = owners.first(where: { $0 != name.text }) { return found }
    }
    return nil
  }
  /// A record that refers to another one.
  struct Referrer: Sendable {
    let resource: any StoredResource.Type
    let name: String
  }

  /// The live records that refer to this one, each once, itself not among them; at most `limit`.
  func all(of name: ResourceName, type: ResourceType, limit: Int, in snapshot: any StoreSnapshot) throws -> [Referrer] {
    var found: [Referrer] = []
    var names: Set<String> = [name.text]
    for column in columns[type.name] ?? [] {
      var query = query(column, name, pageSize: ListQuery.maximumPageSize)
      repeat {
        let page = try snapshot.list(query)
        for record in page.records {
          let owner = column.owner(record.name)
          guard names.insert(owner).inserted else { continue }
          found.append(Referrer(resource: column.resource, name: owner))
          if found.count == limit { return found }
        }
        query.cursor = page.next
      } while query.cursor != nil
    }
    return found
  }

  private func query(_ column: Column, _ name: ResourceName, pageSize: Int) -> ListQuery {
    let value: ColumnValue = column.name == "division" ? .text(name.id) : .text(name.text)
    return ListQuery(
      column.kind,
      where: RecordFilter(predicate: .compare(column.name, .equal, value)),
      pageSize: pageSize
    )
  }
}
