internal import SwiftProtobufPluginLibrary

/// Writes the two members with which the runtime copies a message out of its C struct and into it.
struct FieldAccess {
  let message: MessageModel
  let access: String

  func write(to writer: inout SourceWriter) {
    if message.usesDeprecated { writer.line(Deprecation.silencing) }
    writer.block("\(access)init(reading fields: FieldReader) {") { writer in
      for field in message.fields { writer.line("\(property(field.name)) = \(read(field))") }
      for oneof in message.oneofs { read(oneof, to: &writer) }
      writer.line("unknownFields = fields.unknownFields()")
    }
    writer.line()
    if message.usesDeprecated { writer.line(Deprecation.silencing) }
    writer.block("\(access)func write(to fields: FieldWriter) {") { writer in
      for field in message.fields { writer.line(store(field)) }
      for oneof in message.oneofs { store(oneof, to: &writer) }
      writer.line("fields.set(unknownFields: unknownFields)")
    }
  }

  /// How a property is written inside the two members, where the parameter `fields` would hide one of that name.
  private func property(_ name: String) -> String {
    name == "fields" ? "self.fields" : ReservedNames.escaped(name)
  }

  private func read(_ field: Field) -> String {
    if field.keyType != nil { return "fields.map(at: \(field.offset))" }
    if field.descriptor.isRepeated { return "fields.repeated(at: \(field.offset))" }
    if case .message = field.type { return "fields.message(at: \(field.offset))" }
    if let word = field.quantifierOffset { return "fields.optional(at: \(field.offset), has: \(word))" }
    return "fields.value(at: \(field.offset))"
  }

  private func store(_ field: Field) -> String {
    let name = property(field.name)
    if field.keyType != nil { return "fields.set(map: \(name), at: \(field.offset))" }
    if field.descriptor.isRepeated { return "fields.set(repeated: \(name), at: \(field.offset))" }
    if case .message = field.type { return "fields.set(message: \(name), at: \(field.offset))" }
    if let word = field.quantifierOffset { return "fields.set(\(name), at: \(field.offset), has: \(word))" }
    return "fields.set(\(name), at: \(field.offset))"
  }

  private func read(_ oneof: MessageModel.Oneof, to writer: inout SourceWriter) {
    guard let word = oneof.members.first?.quantifierOffset else { return }
    writer.line("switch fields.oneofCase(at: \(word)) {")
    for member in oneof.members {
      writer.line(
        "case \(member.number): \(property(oneof.name)) = .\(member.name)(fields.value(at: \(member.offset)))"
      )
    }
    writer.line("default: break")
    writer.line("}")
  }

  private func store(_ oneof: MessageModel.Oneof, to writer: inout SourceWriter) {
    writer.line("switch \(property(oneof.name)) {")
    for member in oneof.members {
      guard let word = member.quantifierOffset else { continue }
      writer.line(
        "case .\(member.name)(let value): "
          + "fields.set(value, at: \(member.offset), case: \(member.number), in: \(word))"
      )
    }
    writer.line("case nil: break")
    writer.line("}")
  }
}
