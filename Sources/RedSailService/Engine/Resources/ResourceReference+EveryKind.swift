internal import RedSailStore

extension ResourceReference {
  /// Records of any kind, as the targets of a reference.
  static var everyKind: [Target] {
    func target<Kind: StoredResource>(_: Kind.Type) -> Target { Kind.target() }
    return ServiceSchema.resources.map { target($0) }
  }
}
