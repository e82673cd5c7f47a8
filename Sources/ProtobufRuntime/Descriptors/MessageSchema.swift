/// A message of a schema file.
struct MessageSchema: Sendable {
  var name = ""
  var fields: [FieldSchema] = []
  var messages: [MessageSchema] = []
  var enums: [EnumSchema] = []
  var oneofs: [String] = []
  var extensions: [ExtensionSchema] = []
  var isMapEntry = false

  /// Deeper than any real schema; a hostile one must not exhaust the stack.
  static let maximumNesting = 64

  init(_ bytes: UnsafeRawBufferPointer, depth: Int) {
    for field in SchemaFields(bytes) {
      switch field.tag {
      case 1: name = field.text
      case 2: fields.append(FieldSchema(field.bytes))
      case 3 where depth < MessageSchema.maximumNesting:
        messages.append(MessageSchema(field.bytes, depth: depth + 1))
      case 4: enums.append(EnumSchema(field.bytes))
      case 6: extensions.append(ExtensionSchema(field.bytes))
      case 7: isMapEntry = SchemaFields(field.bytes).contains { $0.tag == 7 && $0.isTrue }
      case 8: oneofs.append(SchemaFields(field.bytes).first { $0.tag == 1 }?.text ?? "")
      default: break
      }
    }
  }
}

/// A field of a message.
struct FieldSchema: Sendable {
  var name = ""
  var number: UInt32 = 0
  var isRepeated = false
  var type: Int32 = 0
  var typeName = ""
  var oneofIndex: Int?
  var jsonName: String?
  var hasProto3Optional = false
  var isPacked: Bool?
  var isDeprecated = false

  init(_ bytes: UnsafeRawBufferPointer) {
    for field in SchemaFields(bytes) {
      switch field.tag {
      case 1: name = field.text
      case 3: number = UInt32(truncatingIfNeeded: field.number)
      case 4: isRepeated = field.number == 3
      case 5: type = field.int32
      case 6: typeName = String(field.text.drop { $0 == "." })
      case 8:
        for option in SchemaFields(field.bytes) {
          if option.tag == 2 { isPacked = option.isTrue } else if option.tag == 3 { isDeprecated = option.isTrue }
        }
      case 9: oneofIndex = Int(field.int32)
      case 10: jsonName = field.text
      case 17: hasProto3Optional = field.isTrue
      default: break
      }
    }
  }
}
