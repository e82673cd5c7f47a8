/// Writes the enum of a oneof: one case with one value for each member.
struct OneofPrinter {
  let access: String

  func write(_ oneof: MessageModel.Oneof, to writer: inout SourceWriter) {
    writer.lines(DocComment.lines(for: oneof.descriptor))
    writer.block("\(access)enum \(oneof.typeName): Sendable, Hashable {") { writer in
      for member in oneof.members {
        writer.lines(DocComment.lines(for: member.descriptor))
        if member.isDeprecated { writer.line(Deprecation.attribute) }
        let indirect = member.isRecursive ? "indirect " : ""
        writer.line("\(indirect)case \(ReservedNames.escaped(member.name))(\(member.elementType))")
      }
    }
  }
}
