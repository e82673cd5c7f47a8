internal import SwiftProtobufPluginLibrary

/// The Swift names of the members of one declaration: a message's properties, an enum's or a oneof's cases, a service's
/// functions. Names are without backticks; ``ReservedNames/escaped(_:)`` adds them where needed.
struct MemberNames {
  private let names: [String: String]

  /// The name of the member with this proto name.
  subscript(_ protoName: String) -> String { names[protoName] ?? protoName }

  /// The properties of a message: its fields outside oneofs, and its oneofs.
  ///
  /// Of two fields that camel-case alike the one with the lower number keeps the name and the other gets its number
  /// behind it, so that adding a field never renames an older one.
  static func properties(of message: Descriptor) -> MemberNames {
    let fields = message.fields.filter { $0.realContainingOneof == nil }.sorted { $0.number < $1.number }
    var builder = Builder(reserved: ReservedNames.messageMembers)
    for field in fields { builder.add(field.name, fallback: "field", suffix: "_\(field.number)") }
    for oneof in message.realOneofs { builder.add(oneof.name, fallback: "oneof", suffix: "_oneof") }
    return MemberNames(names: builder.names)
  }

  /// The cases of a oneof.
  static func cases(of oneof: OneofDescriptor) -> MemberNames {
    var builder = Builder(reserved: ReservedNames.enumCases)
    for field in oneof.fields.sorted(by: { $0.number < $1.number }) {
      builder.add(field.name, fallback: "field", suffix: "_\(field.number)")
    }
    return MemberNames(names: builder.names)
  }

  /// All fields of a message in one scope, members of oneofs too.
  static func fieldPaths(of message: Descriptor) -> MemberNames {
    var builder = Builder(reserved: ReservedNames.fieldPathCases)
    for field in message.fields.sorted(by: { $0.number < $1.number }) {
      builder.add(field.name, fallback: "field", suffix: "_\(field.number)")
    }
    return MemberNames(names: builder.names)
  }

  /// The cases of an enum, aliases among them.
  static func cases(of enumeration: EnumDescriptor) -> MemberNames {
    var builder = Builder(reserved: ReservedNames.enumCases)
    for value in enumeration.values {
      let number = value.number < 0 ? "minus\(value.number.magnitude)" : String(value.number)
      builder.add(
        value.name,
        wanted: EnumPrefix.strip(value.name, enumName: enumeration.name),
        fallback: "value",
        suffix: "_\(number)"
      )
    }
    return MemberNames(names: builder.names)
  }

  /// The functions of a service.
  static func functions(of service: ServiceDescriptor) -> MemberNames {
    var builder = Builder(reserved: ReservedNames.serviceMembers)
    for method in service.methods { builder.add(method.name, fallback: "method", suffix: "_\(method.index + 1)") }
    return MemberNames(names: builder.names)
  }

  private struct Builder {
    let reserved: Set<String>
    var names: [String: String] = [:]
    private var taken: Set<String> = []

    init(reserved: Set<String>) {
      self.reserved = reserved
    }

    mutating func add(_ protoName: String, wanted: String? = nil, fallback: String, suffix: String) {
      var name = IdentifierWords.lowerCamelCase(wanted ?? protoName) ?? fallback
      if name.first?.isNumber == true { name = "_" + name }
      if reserved.contains(name) { name += "_" }
      if taken.contains(name) { name += suffix }
      while !taken.insert(name).inserted { name += "_" }
      names[protoName] = name
    }
  }
}
