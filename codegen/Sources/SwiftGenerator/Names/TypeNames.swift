internal import SwiftProtobufPluginLibrary

/// The Swift name of every message, enum, oneof and service of a run and of the files it imports.
///
/// The rule is in codegen/README.md: one pass over the files in the order of their paths; messages and enums first, in
/// the order of their declaration, then services, then resource names; a taken name gets its kind as suffix.
struct TypeNames {
  /// A type's place by the full name of its descriptor (`redsail.v1.Ticket`, and for a oneof `redsail.v1.Ticket.outcome`).
  private(set) var types: [String: TypeName] = [:]
  /// The type names declared directly in each scope of this run's module; the empty path is the top level.
  private(set) var declared: [[String]: Set<String>] = [:]

  private let reserved: Set<String>
  private var modulesNamedLikeTypes: Set<String> = []
  private var topLevel: NameScope
  private var packages: [String: String] = [:]

  init(generated: [FileDescriptor], options: GeneratorOptions) throws {
    reserved = options.namespace.map { ReservedNames.types.union([$0]) } ?? ReservedNames.types
    topLevel = NameScope(reserved: reserved)
    let files = generated.sorted { $0.name < $1.name }
    for file in files { try addTypes(of: file) }
    for file in files {
      for service in file.services { try addService(service) }
    }
    let names = Set(files.map(\.name))
    var visited = names
    for file in files { addImports(of: file, generated: names, visited: &visited, modules: options.modules) }
  }

  /// Whether a type at the top level of an imported module is called like the module.
  func hasTypeOfItsName(_ module: String) -> Bool {
    modulesNamedLikeTypes.contains(module)
  }

  /// Takes a name at the module's top level for something derived from the schema, such as a client.
  mutating func claimTopLevel(_ wanted: String, fallback: String) -> String {
    let name = topLevel.claim(wanted, fallback: fallback)
    declared[[], default: []].insert(name)
    return name
  }

  private mutating func addTypes(of file: FileDescriptor) throws {
    let wellKnown = WellKnownTypes.files.contains(file.name)
    for message in file.messages {
      let name = try claimShared(message.name, fullName: message.fullName, file, "Message", wellKnown: wellKnown)
      add(message, as: TypeName(module: nil, path: [name]))
    }
    for enumeration in file.enums {
      let name = try claimShared(enumeration.name, fullName: enumeration.fullName, file, "Enum", wellKnown: wellKnown)
      record(enumeration.fullName, TypeName(module: nil, path: [name]))
    }
  }

  private mutating func addService(_ service: ServiceDescriptor) throws {
    let name = try claimShared(service.name, fullName: service.fullName, service.file, "Service", wellKnown: false)
    record(service.fullName, TypeName(module: nil, path: [name]))
  }

  /// Two packages in one module may not want the same name: no suffix would tell a reader which is which.
  private mutating func claimShared(
    _ protoName: String,
    fullName: String,
    _ file: FileDescriptor,
    _ kind: String,
    wellKnown: Bool
  ) throws -> String {
    let wanted = Self.swiftName(of: protoName, kind: kind, wellKnown: wellKnown)
    if let package = packages[wanted], package != file.package {
      throw GenerationError(
        "\(fullName) in \(file.name) and a type of package '\(package)' both become '\(wanted)' in one module;"
          + " generate one of the packages in a run of its own with Namespace=Name"
      )
    }
    packages[wanted] = file.package
    return topLevel.claim(wanted, fallback: kind)
  }

  private mutating func add(_ message: Descriptor, as type: TypeName) {
    record(message.fullName, type)
    var scope = NameScope(reserved: reserved)
    for nested in message.messages where !nested.options.mapEntry {
      let name = scope.claim(Self.swiftName(of: nested.name, kind: "Message", wellKnown: false), fallback: "Message")
      add(nested, as: type.nested(name))
    }
    for nested in message.enums {
      let name = scope.claim(Self.swiftName(of: nested.name, kind: "Enum", wellKnown: false), fallback: "Enum")
      record(nested.fullName, type.nested(name))
    }
    for oneof in message.realOneofs {
      let name = scope.claim(Self.swiftName(of: oneof.name, kind: "Oneof", wellKnown: false), fallback: "Oneof")
      record(oneof.fullName, type.nested(name))
    }
  }

  private mutating func record(_ fullName: String, _ type: TypeName) {
    types[fullName] = type
    if let module = type.module, module.namespace == nil, type.path == [module.module] {
      modulesNamedLikeTypes.insert(module.module)
    }
    if type.module == nil { declared[type.enclosing, default: []].insert(type.name) }
  }

  /// Names the types of imported files that another module holds. A file without a module is left out: it may be
  /// imported for its options only, and a field that uses it is refused where it stands.
  private mutating func addImports(
    of file: FileDescriptor,
    generated: Set<String>,
    visited: inout Set<String>,
    modules: ModuleMappings
  ) {
    for imported in file.dependencies {
      if visited.insert(imported.name).inserted, let target = modules.target(of: imported.name) {
        let wellKnown = WellKnownTypes.files.contains(imported.name)
        var scope = NameScope(reserved: ReservedNames.types.union(target.namespace.map { [$0] } ?? []))
        for message in imported.messages {
          let wanted = Self.swiftName(of: message.name, kind: "Message", wellKnown: wellKnown)
          add(message, as: TypeName(module: target, path: [scope.claim(wanted, fallback: "Message")]))
        }
        for enumeration in imported.enums {
          let wanted = Self.swiftName(of: enumeration.name, kind: "Enum", wellKnown: wellKnown)
          record(
            enumeration.fullName,
            TypeName(module: target, path: [scope.claim(wanted, fallback: "Enum")])
          )
        }
      }
      addImports(of: imported, generated: generated, visited: &visited, modules: modules)
    }
  }

  private static func swiftName(of protoName: String, kind: String, wellKnown: Bool) -> String {
    if wellKnown { return WellKnownTypes.swiftName(of: protoName) }
    // An identifier of underscores only has no word to build a name from.
    return IdentifierWords.upperCamelCase(protoName) ?? kind
  }
}
