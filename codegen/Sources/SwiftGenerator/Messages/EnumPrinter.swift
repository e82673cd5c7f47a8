internal import SwiftProtobufPluginLibrary

/// Writes an enum of the schema: one case for each number, `unrecognized` for the others, aliases as constants.
struct EnumPrinter {
  let context: GenerationContext

  func write(_ descriptor: EnumDescriptor, to writer: inout SourceWriter) throws {
    let type = try context.typeName(of: descriptor.fullName, in: descriptor.file, usedBy: descriptor.fullName)
    let names = MemberNames.cases(of: descriptor)
    let access = context.access
    // Of the values with one number the first is the case; the others are aliases.
    let originals = Dictionary(descriptor.values.map { ($0.number, $0) }, uniquingKeysWith: { first, _ in first })
    let cases = descriptor.values.filter { originals[$0.number] === $0 }
    let usesDeprecated = cases.contains { $0.options.deprecated }
    writer.lines(DocComment.lines(for: descriptor))
    if descriptor.options.deprecated { writer.line(Deprecation.attribute) }
    writer.block("\(access)enum \(ReservedNames.escaped(type.name)): ProtobufRuntime.OpenEnum {") { writer in
      for value in cases {
        writeHead(of: value, to: &writer)
        writer.line("case \(ReservedNames.escaped(names[value.name]))")
      }
      writer.line("/// A number this schema does not name.")
      writer.line("case unrecognized(Int32)")
      for alias in descriptor.values {
        guard let original = originals[alias.number], original !== alias else { continue }
        writer.line()
        writeHead(of: alias, to: &writer)
        if original.options.deprecated, !alias.options.deprecated { writer.line(Deprecation.attribute) }
        writer.line(
          "\(access)static let \(ReservedNames.escaped(names[alias.name])) = \(type.name).\(names[original.name])"
        )
      }
      writer.line()
      if usesDeprecated { writer.line(Deprecation.silencing) }
      writer.block("\(access)init(rawValue: Int32) {") { writer in
        writer.line("switch rawValue {")
        for value in cases { writer.line("case \(value.number): self = .\(names[value.name])") }
        writer.line("default: self = .unrecognized(rawValue)")
        writer.line("}")
      }
      writer.line()
      writer.block("\(access)var rawValue: Int32 {") { writer in
        writer.line("switch self {")
        for value in cases { writer.line("case .\(names[value.name]): \(value.number)") }
        writer.line("case .unrecognized(let number): number")
        writer.line("}")
      }
      writer.line()
      writer.block(
        "\(access)static let layout: EnumLayout = .init(\(stringLiteral(descriptor.fullName)), [",
        closing: "])"
      ) { writer in
        for value in descriptor.values { writer.line("(\(stringLiteral(value.name)), \(value.number)),") }
      }
    }
  }

  private func writeHead(of value: EnumValueDescriptor, to writer: inout SourceWriter) {
    writer.lines(DocComment.lines(for: value))
    if value.options.deprecated { writer.line(Deprecation.attribute) }
  }
}
