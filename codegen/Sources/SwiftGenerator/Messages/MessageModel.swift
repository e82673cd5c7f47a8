internal import SwiftProtobufPluginLibrary

/// A message as it is generated: names resolved, offsets computed.
struct MessageModel {
  /// A oneof with its members.
  struct Oneof {
    let descriptor: OneofDescriptor
    /// The property's name, without backticks.
    let name: String
    let typeName: String
    let members: [Field]
    /// Whether the enum's cases hold the message again.
    var isRecursive: Bool { members.contains(where: \.isRecursive) }
  }

  let descriptor: Descriptor
  let type: TypeName
  let layout: StructLayout
  /// The fields outside oneofs, in the order of the schema.
  let fields: [Field]
  let oneofs: [Oneof]

  /// All fields in the order of their numbers.
  var fieldsByNumber: [Field] {
    (fields + oneofs.flatMap(\.members)).sorted { $0.number < $1.number }
  }

  /// Whether reading or writing touches something deprecated, which is no mistake of the caller's.
  var usesDeprecated: Bool { fieldsByNumber.contains(where: \.isDeprecated) }

  init(_ message: Descriptor, in context: GenerationContext) throws {
    descriptor = message
    type = try context.typeName(of: message.fullName, in: message.file, usedBy: message.fullName)
    let layout = StructLayout(message)
    self.layout = layout
    let properties = MemberNames.properties(of: message)
    let scope = type.path
    fields = try message.fields.filter { $0.realContainingOneof == nil }.map { field in
      try Self.field(
        field,
        name: properties[field.name],
        layout,
        quantifier: layout.presence[field.number],
        scope,
        context
      )
    }
    oneofs = try message.realOneofs.map { oneof in
      let oneofType = try context.typeName(of: oneof.fullName, in: message.file, usedBy: message.fullName)
      let cases = MemberNames.cases(of: oneof)
      let members = try oneof.fields.map { field in
        try Self.field(
          field,
          name: cases[field.name],
          layout,
          quantifier: layout.cases[oneof.index],
          scope + [oneofType.name],
          context
        )
      }
      return Oneof(
        descriptor: oneof,
        name: properties[oneof.name],
        typeName: oneofType.name,
        members: members
      )
    }
  }

  private static func field(
    _ field: FieldDescriptor,
    name: String,
    _ layout: StructLayout,
    quantifier: Int?,
    _ scope: [String],
    _ context: GenerationContext
  ) throws -> Field {
    let type = FieldType(field)
    let element: FieldType
    var key: String?
    if case .map(let keyType, let valueType) = type {
      element = valueType
      key = try swiftType(of: keyType, user: field.fullName, scope, context)
    } else {
      element = type
    }
    return Field(
      descriptor: field,
      name: name,
      type: type,
      elementType: try swiftType(of: element, user: field.fullName, scope, context),
      keyType: key,
      isRecursive: context.recursiveFields.contains(field),
      isDeprecated: field.options.deprecated || element.isDeprecated,
      offset: layout.offsets[field.number] ?? 0,
      quantifierOffset: quantifier
    )
  }

  private static func swiftType(
    of type: FieldType,
    user: String,
    _ scope: [String],
    _ context: GenerationContext
  ) throws -> String {
    switch type {
    case .scalar(_, let swift, _): swift
    case .enumeration(let descriptor): try context.reference(to: descriptor, usedBy: user, from: scope)
    case .message(let descriptor): try context.reference(to: descriptor, usedBy: user, from: scope)
    case .map: throw GenerationError("\(user): a map cannot hold a map")
    }
  }
}
