/// Writes the names of a message's fields as the schema spells them, for field masks and for the field of an error.
struct FieldPathPrinter {
  let access: String

  func write(_ message: MessageModel, to writer: inout SourceWriter) {
    let names = MemberNames.fieldPaths(of: message.descriptor)
    writer.block("\(access)enum FieldPath: String, Sendable {") { writer in
      for field in message.descriptor.fields {
        let name = names[field.name]
        let value = name == field.name ? "" : " = \(stringLiteral(field.name))"
        writer.line("case \(ReservedNames.escaped(name))\(value)")
      }
    }
  }
}
