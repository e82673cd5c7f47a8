internal import CProtobufC

extension FieldLayout {
  /// The field as libprotobuf-c sees it.
  ///
  /// Types are chosen for what protobuf-c would get wrong, all of them with the same wire format: `string` is coded as
  /// `bytes` (its length and U+0000 are kept), `bool` as `uint64` (its wire type is checked), implicit `float` and
  /// `double` as fixed-width integers (negative zero is not dropped), enums as `int32` (they are open).
  func makeDescriptor() -> ProtobufCFieldDescriptor {
    var descriptor = ProtobufCFieldDescriptor()
    descriptor.id = number
    descriptor.offset = UInt32(offset)
    descriptor.type = descriptorType
    if let submessage { descriptor.descriptor = submessage.descriptor }
    switch cardinality {
    case .singular:
      descriptor.label = PROTOBUF_C_LABEL_NONE
    case .optional(let word):
      descriptor.label = PROTOBUF_C_LABEL_OPTIONAL
      descriptor.quantifier_offset = UInt32(word)
    case .oneof(_, let word):
      descriptor.label = PROTOBUF_C_LABEL_OPTIONAL
      descriptor.quantifier_offset = UInt32(word)
      descriptor.flags = PROTOBUF_C_FIELD_FLAG_ONEOF.rawValue
    case .repeated, .packed:
      descriptor.label = PROTOBUF_C_LABEL_REPEATED
      descriptor.quantifier_offset = UInt32(offset)
      descriptor.offset = UInt32(offset + 8)
      if cardinality == .packed { descriptor.flags = PROTOBUF_C_FIELD_FLAG_PACKED.rawValue }
    }
    return descriptor
  }

  /// The layout of the message in the field: for a map that of an entry.
  var submessage: MessageLayout? {
    switch kind {
    case .message(let layout): layout()
    case .map: entry
    default: nil
    }
  }

  private var descriptorType: ProtobufCType {
    switch kind {
    case .int32, .enumeration: PROTOBUF_C_TYPE_INT32
    case .sint32: PROTOBUF_C_TYPE_SINT32
    case .sfixed32: PROTOBUF_C_TYPE_SFIXED32
    case .int64: PROTOBUF_C_TYPE_INT64
    case .sint64: PROTOBUF_C_TYPE_SINT64
    case .sfixed64: PROTOBUF_C_TYPE_SFIXED64
    case .uint32: PROTOBUF_C_TYPE_UINT32
    case .fixed32, .float: PROTOBUF_C_TYPE_FIXED32
    case .uint64, .bool: PROTOBUF_C_TYPE_UINT64
    case .fixed64, .double: PROTOBUF_C_TYPE_FIXED64
    case .string, .bytes: PROTOBUF_C_TYPE_BYTES
    case .message, .map: PROTOBUF_C_TYPE_MESSAGE
    }
  }
}
