internal import RedSailStore

/// A field by which records of a kind refer to other records of the same city.
struct ResourceReference<Resource: Sendable>: Sendable {
  /// The field's path; `[]` behind a name stands for each element.
  let field: String
  /// What it may refer to.
  let targets: [Target]
  /// The index column that holds the name (`division`: the code), by which a deletion finds who refers to the record; nil
  /// where rows of a link kind do.
  let column: String?
  /// The names it holds; empty ones are unset.
  let names: @Sendable (Resource) -> [String]

  /// A kind that may be referred to.
  struct Target: Sendable {
    let type: ResourceType
    let kind: RecordKind
  }

  /// Describes a field with one name.
  init(
    _ field: String,
    column: String?,
    to targets: [Target],
    _ name: @escaping @Sendable (Resource) -> String
  ) {
    self.init(field, column: column, to: targets, all: { [name($0)] })
  }

  /// Describes a field with several names.
  init(
    _ field: String,
    column: String?,
    to targets: [Target],
    all names: @escaping @Sendable (Resource) -> [String]
  ) {
    self.field = field
    self.targets = targets
    self.column = column
    self.names = names
  }

  /// The path of the name at a position.
  func path(_ index: Int) -> String {
    field.replacing("[]", with: "[\(index)]", maxReplacements: 1)
  }
}

extension StoredResource {
  /// This kind as the target of a reference.
  static func target<Resource>(of _: Resource.Type = Resource.self) -> ResourceReference<Resource>.Target {
    ResourceReference<Resource>.Target(type: resourceType, kind: recordKind)
  }
}
