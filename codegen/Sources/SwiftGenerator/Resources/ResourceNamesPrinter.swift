/// Writes the typed names of a run's resources.
struct ResourceNamesPrinter {
  let access: String

  func write(_ names: [ResourceName], to writer: inout SourceWriter) {
    for (index, name) in names.enumerated() {
      if index > 0 { writer.line() }
      write(name, to: &writer)
    }
  }

  private func write(_ name: ResourceName, to writer: inout SourceWriter) {
    let pattern = name.pattern.text
    let properties = name.properties.compactMap(\.self)
    writer.line("/// The name of a `\(name.resourceType)`: `\(pattern)`.")
    writer.block("\(access)struct \(name.typeName): Sendable, Hashable, CustomStringConvertible {") { writer in
      for property in properties { writer.line("\(access)var \(ReservedNames.escaped(property)): String") }
      writer.line()
      let parameters = properties.map { "\($0): String" }.joined(separator: ", ")
      writer.block("\(access)init(\(parameters)) {") { writer in
        for property in properties { writer.line("self.\(property) = \(ReservedNames.escaped(property))") }
      }
      writer.line()
      writer.line("/// Reads a name; throws where it has another form or an empty part.")
      writer.block("\(access)init(parsing name: String) throws(InvalidResourceName) {") { writer in
        writer.line("let parts = try InvalidResourceName.split(name, as: \(stringLiteral(pattern)))")
        for (index, property) in name.properties.enumerated() {
          if let property { writer.line("\(ReservedNames.escaped(property)) = parts[\(index)]") }
        }
      }
      writer.line()
      let text = zip(name.pattern.segments, name.properties).map { segment, property in
        if case .literal(let literal) = segment { literal } else { "\\(\(ReservedNames.escaped(property ?? "")))" }
      }
      writer.line("\(access)var description: String { \"\(text.joined(separator: "/"))\" }")
    }
  }
}
