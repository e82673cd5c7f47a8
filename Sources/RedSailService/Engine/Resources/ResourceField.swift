/// One field of a resource, and who may change it (google.api.field_behavior).
struct ResourceField<Resource: Sendable>: Sendable {
  /// Who sets a field, and when.
  enum Behaviour: Sendable, Hashable {
    /// The caller may set, change and clear it.
    case optional
    /// The caller must set it and may change it.
    case required
    /// The caller may set it at creation only.
    case immutable
    /// The caller must set it, at creation.
    case requiredImmutable
    /// Only the server, or an action, sets it; what callers write there is not read.
    case outputOnly

    /// Whether it may not be missing.
    var isRequired: Bool { self == .required || self == .requiredImmutable }
    /// Whether it stays as it was created.
    var isImmutable: Bool { self == .immutable || self == .requiredImmutable }
  }

  /// The field's name in the schema.
  let name: String
  let behaviour: Behaviour
  /// Whether the field holds something else than its default.
  let isSet: @Sendable (Resource) -> Bool
  /// Whether two resources agree in it.
  let isEqual: @Sendable (Resource, Resource) -> Bool
  /// Copies it from one resource to another.
  let copy: @Sendable (_ from: Resource, _ to: inout Resource) -> Void
}

extension ResourceField where Resource: StoredResource {
  /// Describes a field by its name in the schema and its property.
  init<Value: Equatable & Sendable>(
    _ name: String,
    _ path: any WritableKeyPath<Resource, Value> & Sendable,
    _ behaviour: Behaviour = .optional
  ) {
    self.name = name
    self.behaviour = behaviour
    isSet = { $0[keyPath: path] != Resource()[keyPath: path] }
    isEqual = { $0[keyPath: path] == $1[keyPath: path] }
    copy = { $1[keyPath: path] = $0[keyPath: path] }
  }
}
