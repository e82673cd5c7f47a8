/// Lays a schema's message out: the same C structs that the code generator plans, a little wider.
struct DynamicLayoutBuilder {
  let name: String
  let message: SymbolTable.Message
  let symbols: SymbolTable
  let messageLayout: (String) -> @Sendable () -> MessageLayout
  let enumLayout: (String) -> @Sendable () -> EnumLayout

  /// The next free offset.
  private struct Space {
    var next = MessageLayout.headerSize

    mutating func take(_ size: Int) -> Int {
      defer { next += (size + 7) & ~7 }
      return next
    }
  }

  func layout() throws(SchemaError) -> MessageLayout {
    var space = Space()
    var oneofs: [Int: (slot: Int, word: Int)] = [:]
    var fields: [FieldLayout] = []
    var numbers: Set<UInt32> = []
    for field in message.schema.fields {
      guard numbers.insert(field.number).inserted, field.number > 0,
        UInt64(field.number) <= WireCursor.largestFieldNumber
      else { throw SchemaError("\(name).\(field.name) has the number \(field.number), which is taken or out of range") }
      // Groups stay unknown fields.
      guard let kind = try kind(of: field) else { continue }
      let cardinality: Cardinality
      let offset: Int
      if field.isRepeated {
        offset = space.take(16)
        cardinality = isPacked(field, kind) ? .packed : .repeated
      } else if let index = field.oneofIndex, !field.hasProto3Optional {
        let place = oneofs[index] ?? (space.take(16), space.take(4))
        oneofs[index] = place
        offset = place.slot
        let oneof = message.schema.oneofs.indices.contains(index) ? message.schema.oneofs[index] : "\(index)"
        cardinality = .oneof(oneof, case: place.word)
      } else {
        offset = space.take(kind.slotSize)
        cardinality = hasPresence(field, kind) ? .optional(has: space.take(4)) : .singular
      }
      fields.append(
        FieldLayout(
          field.name,
          field.number,
          kind,
          cardinality,
          at: offset,
          jsonName: field.jsonName,
          isDeprecated: field.isDeprecated
        )
      )
    }
    return MessageLayout(name, size: space.next, fields: fields)
  }

  private func hasPresence(_ field: FieldSchema, _ kind: FieldKind) -> Bool {
    if case .message = kind { return false }
    return field.hasProto3Optional || message.syntax != .proto3
  }

  private func isPacked(_ field: FieldSchema, _ kind: FieldKind) -> Bool {
    if case .map = kind { return false }
    return kind.packedWireType != nil && field.isPacked ?? (message.syntax != .proto2)
  }

  /// The field's type by its number in `FieldDescriptorProto.Type`; nil for a group.
  private func kind(of field: FieldSchema) throws(SchemaError) -> FieldKind? {
    switch field.type {
    case 1: return .double
    case 2: return .float
    case 3: return .int64
    case 4: return .uint64
    case 5: return .int32
    case 6: return .fixed64
    case 7: return .fixed32
    case 8: return .bool
    case 9: return .string
    case 10: return nil
    case 11: return try messageKind(of: field)
    case 12: return .bytes
    case 13: return .uint32
    case 14:
      guard symbols.enums[field.typeName] != nil else { throw unknownType(field) }
      return .enumeration(enumLayout(field.typeName))
    case 15: return .sfixed32
    case 16: return .sfixed64
    case 17: return .sint32
    case 18: return .sint64
    default: throw SchemaError("\(name).\(field.name) has the unknown type number \(field.type)")
    }
  }

  private func messageKind(of field: FieldSchema) throws(SchemaError) -> FieldKind {
    guard let target = symbols.messages[field.typeName] else { throw unknownType(field) }
    guard target.schema.isMapEntry else { return .message(messageLayout(field.typeName)) }
    guard let keyField = target.schema.fields.first(where: { $0.number == 1 && $0.type != 11 }),
      let valueField = target.schema.fields.first(where: { $0.number == 2 && $0.typeName != field.typeName }),
      field.isRepeated, let key = try kind(of: keyField), let value = try kind(of: valueField)
    else { throw SchemaError("\(name).\(field.name) is a map whose entry has no key and value") }
    if case .map = value { throw SchemaError("\(name).\(field.name) is a map of maps") }
    return .map(key: key, value: value)
  }

  private func unknownType(_ field: FieldSchema) -> SchemaError {
    SchemaError("\(name).\(field.name) has the type \(field.typeName), which none of the files declares")
  }
}
