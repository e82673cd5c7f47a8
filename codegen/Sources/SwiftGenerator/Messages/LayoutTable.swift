internal import SwiftProtobufPluginLibrary

/// The `layout` of a message: the table from which the runtime builds the descriptor for libprotobuf-c.
enum LayoutTable {
  static func write(_ message: MessageModel, access: String, to writer: inout SourceWriter) {
    if message.descriptor.hasFieldsOfDeprecatedTypes { writer.line(Deprecation.silencing) }
    let head = "\(access)static let layout: MessageLayout = .init("
    let arguments = "\(stringLiteral(message.descriptor.fullName)), size: \(message.layout.size)"
    let fields = message.fieldsByNumber
    if fields.isEmpty {
      writer.line("\(head)\(arguments), fields: [])")
      return
    }
    writer.block("\(head)\(arguments), fields: [", closing: "])") { writer in
      for field in fields { writer.line(entry(field) + ",") }
    }
  }

  /// One line of the table: name, number, kind, cardinality unless singular, offset, and what else differs.
  static func entry(_ field: Field) -> String {
    let descriptor = field.descriptor
    var arguments = [stringLiteral(descriptor.name), String(field.number), kind(field.type, field)]
    if let cardinality = cardinality(field) { arguments.append(cardinality) }
    arguments.append("at: \(field.offset)")
    if let jsonName = descriptor.jsonName, jsonName != derivedJSONName(descriptor.name) {
      arguments.append("jsonName: \(stringLiteral(jsonName))")
    }
    if descriptor.options.deprecated { arguments.append("isDeprecated: true") }
    return "FieldLayout(\(arguments.joined(separator: ", ")))"
  }

  private static func kind(_ type: FieldType, _ field: Field) -> String {
    switch type {
    case .scalar(let name, _, _): "." + name
    case .enumeration: ".enumeration { \(field.elementType).layout }"
    case .message(let descriptor):
      // A layout that is silenced itself is reached through the protocol, where Swift does not warn.
      descriptor.hasFieldsOfDeprecatedTypes && !field.isDeprecated
        ? ".message { (\(field.elementType).self as any ProtobufRuntime.Message.Type).layout }"
        : ".message { \(field.elementType).layout }"
    case .map(let key, let value): ".map(key: \(kind(key, field)), value: \(kind(value, field)))"
    }
  }

  private static func cardinality(_ field: Field) -> String? {
    if let oneof = field.descriptor.realContainingOneof, let word = field.quantifierOffset {
      return ".oneof(\(stringLiteral(oneof.name)), case: \(word))"
    }
    if field.keyType != nil { return nil }
    if field.descriptor.isPacked { return ".packed" }
    if field.descriptor.isRepeated { return ".repeated" }
    return field.quantifierOffset.map { ".optional(has: \($0))" }
  }

  /// The JSON name protoc gives a field without `json_name`, which the runtime derives by itself.
  private static func derivedJSONName(_ name: String) -> String {
    var result = ""
    var raise = false
    for character in name {
      if character == "_" {
        raise = true
      } else {
        result += raise && character.isLowercase ? character.uppercased() : String(character)
        raise = false
      }
    }
    return result
  }
}
