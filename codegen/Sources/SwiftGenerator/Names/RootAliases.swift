internal import SwiftProtobufPluginLibrary

/// Finds the top-level types that cannot be written where they are used, because a type around the use has a nested
/// type of the same name and Swift has no way to name the module's top level from inside.
struct RootAliases {
  let names: TypeNames
  let references: TypeReferences

  /// The Swift names of these types.
  func find(in files: [FileDescriptor]) -> Set<String> {
    var found: Set<String> = []
    for file in files {
      for message in file.messages { collect(message, into: &found) }
    }
    return found
  }

  private func collect(_ message: Descriptor, into found: inout Set<String>) {
    guard let own = names.types[message.fullName] else { return }
    for field in message.fields {
      let value = field.messageType?.mapKeyAndValue?.value ?? field
      guard let used = value.messageType?.fullName ?? value.enumType?.fullName, let type = names.types[used] else {
        continue
      }
      let oneof = field.realContainingOneof.flatMap { names.types[$0.fullName] }
      if let name = references.hiddenRoot(of: type, from: (oneof ?? own).path) { found.insert(name) }
    }
    for nested in message.messages { collect(nested, into: &found) }
  }
}
