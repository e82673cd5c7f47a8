extension FieldKind {
  /// How one value of this type is delimited on the wire.
  var wireType: WireType {
    switch self {
    case .int32, .sint32, .uint32, .int64, .sint64, .uint64, .bool, .enumeration: .varint
    case .sfixed32, .fixed32, .float: .fixed32
    case .sfixed64, .fixed64, .double: .fixed64
    case .string, .bytes, .message, .map: .delimited
    }
  }

  /// The same where values of this type can be packed, otherwise nil.
  var packedWireType: WireType? { wireType == .delimited ? nil : wireType }
}

extension FieldLayout {
  /// Whether a value delimited like this can be one of the field's; repeated numbers come packed or one by one.
  func accepts(_ wireType: WireType) -> Bool {
    wireType == kind.wireType || (isRepeated && wireType == .delimited)
  }
}
