/// Writes type names the way Swift's lookup finds them from where they stand.
struct TypeReferences {
  private let names: TypeNames
  private let namespace: String?

  init(names: TypeNames, namespace: String?) {
    self.names = names
    self.namespace = namespace
  }

  /// How a type is written inside the types of `scope` (the path of the type around the use; empty at the top level).
  func reference(to type: TypeName, from scope: [String]) -> String {
    if let module = type.module { return external(type, module, from: scope) }
    let path = type.path
    let common = zip(path.dropLast(), scope).prefix { $0 == $1 }.count
    for depth in stride(from: common, through: 0, by: -1)
    where declaringScope(of: path[depth], from: scope)?.count == depth {
      return path[depth...].joined(separator: ".")
    }
    return (namespace ?? Self.rootAlias(path[0])).appending(namespace == nil ? "" : "." + path[0])
      + path.dropFirst().map { "." + $0 }.joined()
  }

  /// The name for which the module needs an alias, where `type`, used in `scope`, is hidden by a nested type of the
  /// same name; else nil.
  func hiddenRoot(of type: TypeName, from scope: [String]) -> String? {
    guard type.module == nil, namespace == nil else { return nil }
    return reference(to: type, from: scope).hasPrefix(Self.rootAlias(type.path[0])) ? type.path[0] : nil
  }

  /// The alias of a top-level type for places where a nested type of the same name hides it.
  static func rootAlias(_ name: String) -> String {
    "TopLevel_" + name
  }

  private func external(_ type: TypeName, _ module: ModuleMappings.Target, from scope: [String]) -> String {
    let path = ((module.namespace.map { [$0] } ?? []) + type.path)
    let name = path.joined(separator: ".")
    // The runtime's few names read better alone. A module that has a type of its own name cannot be named at all:
    // Swift takes the name for the type's.
    let prefersBare = module.module == WellKnownTypes.module || names.hasTypeOfItsName(module.module)
    if prefersBare, declaringScope(of: path[0], from: scope) == nil { return name }
    return module.module + "." + name
  }

  /// The innermost scope around `scope` that declares `name`: what Swift's unqualified lookup finds.
  private func declaringScope(of name: String, from scope: [String]) -> [String]? {
    for depth in stride(from: scope.count, through: 0, by: -1) {
      let candidate = Array(scope.prefix(depth))
      if names.declared[candidate]?.contains(name) == true { return candidate }
    }
    return nil
  }
}
