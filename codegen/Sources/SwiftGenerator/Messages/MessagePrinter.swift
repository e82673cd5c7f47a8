internal import SwiftProtobufPluginLibrary

/// Writes a message as a struct: properties first, then what the runtime calls, then the nested types.
struct MessagePrinter {
  let context: GenerationContext

  func write(_ descriptor: Descriptor, to writer: inout SourceWriter) throws {
    let message = try MessageModel(descriptor, in: context)
    let access = context.access
    writer.lines(DocComment.lines(for: descriptor))
    if descriptor.options.deprecated { writer.line(Deprecation.attribute) }
    let name = ReservedNames.escaped(message.type.name)
    try writer.block("\(access)struct \(name): ProtobufRuntime.Message {") { writer in
      for field in message.fields { writeProperty(field, to: &writer) }
      for oneof in message.oneofs { writeProperty(oneof, to: &writer) }
      writer.line("\(access)var unknownFields = UnknownFields()")
      writer.line()
      writer.line("\(access)init() {}")
      writer.line()
      LayoutTable.write(message, access: access, to: &writer)
      writer.line()
      FieldAccess(message: message, access: access).write(to: &writer)
      for oneof in message.oneofs {
        writer.line()
        OneofPrinter(access: access).write(oneof, to: &writer)
      }
      if !message.fieldsByNumber.isEmpty {
        writer.line()
        FieldPathPrinter(access: access).write(message, to: &writer)
      }
      for enumeration in descriptor.enums {
        writer.line()
        try EnumPrinter(context: context).write(enumeration, to: &writer)
      }
      for nested in descriptor.messages where !nested.options.mapEntry {
        writer.line()
        try write(nested, to: &writer)
      }
    }
  }

  private func writeProperty(_ field: Field, to writer: inout SourceWriter) {
    writer.lines(DocComment.lines(for: field.descriptor))
    if field.isDeprecated { writer.line(Deprecation.attribute) }
    let wrapper = field.isRecursive ? "@Boxed " : ""
    let value = field.defaultValue.map { " = " + $0 } ?? ""
    writer.line(
      "\(wrapper)\(context.access)var \(ReservedNames.escaped(field.name)): \(field.propertyType)\(value)"
    )
  }

  private func writeProperty(_ oneof: MessageModel.Oneof, to writer: inout SourceWriter) {
    writer.lines(DocComment.lines(for: oneof.descriptor))
    writer.line("\(context.access)var \(ReservedNames.escaped(oneof.name)): \(oneof.typeName)?")
  }
}
