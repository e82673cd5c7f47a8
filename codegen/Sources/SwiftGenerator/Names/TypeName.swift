/// Where a generated type lies: its module and its path from the module's (or the namespace's) top level.
struct TypeName: Equatable {
  /// Nil for a type of the module that this run generates.
  var module: ModuleMappings.Target?
  /// The Swift names from the outermost type to the type itself.
  var path: [String]

  /// The type's own name.
  var name: String { path[path.count - 1] }

  /// The names of the types around it.
  var enclosing: [String] { Array(path.dropLast()) }

  func nested(_ name: String) -> TypeName {
    TypeName(module: module, path: path + [name])
  }
}
