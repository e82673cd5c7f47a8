internal import SwiftProtobufPluginLibrary

/// What every printer of a run needs to know.
struct GenerationContext {
  let options: GeneratorOptions
  let names: TypeNames
  let references: TypeReferences
  let recursiveFields: RecursiveFields
  /// The top-level types that get an alias, because somewhere a nested type hides them.
  let rootAliases: Set<String>

  init(_ files: [FileDescriptor], options: GeneratorOptions, names: TypeNames) {
    self.options = options
    self.names = names
    references = TypeReferences(names: names, namespace: options.namespace)
    recursiveFields = RecursiveFields(files)
    rootAliases = RootAliases(names: names, references: references).find(in: files)
  }

  /// `public `, `package ` or nothing.
  var access: String { options.visibility.modifier }

  /// The Swift name of a message, enum, oneof or service by its full proto name.
  ///
  /// - Throws: `GenerationError` where the type's file is neither generated nor mapped to a module; `user` says who
  ///   uses the type.
  func typeName(of fullName: String, in file: FileDescriptor, usedBy user: String) throws -> TypeName {
    guard let type = names.types[fullName] else {
      throw GenerationError(
        "\(user) uses \(fullName) of \(file.name), which this run does not generate;"
          + " generate it in the same run, or say which module holds it with ModuleMapping=\(file.name)=Module"
      )
    }
    return type
  }

  /// How the type of `message` is written inside `scope`.
  func reference(to message: Descriptor, usedBy user: String, from scope: [String]) throws -> String {
    references.reference(to: try typeName(of: message.fullName, in: message.file, usedBy: user), from: scope)
  }

  /// How the type of `enumeration` is written inside `scope`.
  func reference(to enumeration: EnumDescriptor, usedBy user: String, from scope: [String]) throws -> String {
    references.reference(to: try typeName(of: enumeration.fullName, in: enumeration.file, usedBy: user), from: scope)
  }
}
