internal import SwiftProtobufPluginLibrary

/// Which modules the declarations of a generated file mention.
struct Imports {
  let names: TypeNames
  /// The module that the run itself generates, where it is one of RedSail's own and must not import itself.
  let ownModule: String?

  /// The runtime's module, unless the run generates a part of it.
  var runtime: Set<String> { without([WellKnownTypes.module]) }

  /// The modules for the messages and enums of a file.
  func messages(of file: FileDescriptor) -> Set<String> {
    var modules: Set<String> = [WellKnownTypes.module]
    for message in file.messages { collect(message, into: &modules) }
    return without(modules)
  }

  /// The modules for the services of a file.
  func services(of file: FileDescriptor) -> Set<String> {
    var modules: Set<String> = ["RPCCore"]
    for method in file.services.flatMap(\.methods) {
      for type in [method.inputType, method.outputType].compactMap(\.self) { add(type.fullName, to: &modules) }
      // A client's paging function gives the items themselves.
      if let items = method.outputType.map(AIPFields.init)?.items?.field.messageType {
        add(items.fullName, to: &modules)
      }
    }
    return without(modules)
  }

  private func collect(_ message: Descriptor, into modules: inout Set<String>) {
    for field in message.fields {
      if let type = field.messageType { add(type.fullName, to: &modules) }
      if let type = field.enumType { add(type.fullName, to: &modules) }
    }
    for nested in message.messages { collect(nested, into: &modules) }
  }

  private func add(_ fullName: String, to modules: inout Set<String>) {
    if let module = names.types[fullName]?.module?.module { modules.insert(module) }
  }

  private func without(_ modules: Set<String>) -> Set<String> {
    ownModule.map { modules.subtracting([$0]) } ?? modules
  }
}
