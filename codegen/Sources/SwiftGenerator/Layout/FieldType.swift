internal import SwiftProtobuf
internal import SwiftProtobufPluginLibrary

/// A field's type: what decides its slot in the C struct, its Swift type and its entry in the layout table.
indirect enum FieldType {
  /// A scalar with the name that the schema and the runtime's `FieldKind` share, its Swift type and its default.
  case scalar(name: String, swift: String, defaultValue: String)
  case enumeration(EnumDescriptor)
  case message(Descriptor)
  case map(key: FieldType, value: FieldType)

  init(_ field: FieldDescriptor) {
    if field.isMap, let entry = field.messageType.mapKeyAndValue {
      self = .map(key: FieldType(entry.key), value: FieldType(entry.value))
      return
    }
    switch field.type {
    case .int32: self = .scalar(name: "int32", swift: "Int32", defaultValue: "0")
    case .sint32: self = .scalar(name: "sint32", swift: "Int32", defaultValue: "0")
    case .sfixed32: self = .scalar(name: "sfixed32", swift: "Int32", defaultValue: "0")
    case .int64: self = .scalar(name: "int64", swift: "Int64", defaultValue: "0")
    case .sint64: self = .scalar(name: "sint64", swift: "Int64", defaultValue: "0")
    case .sfixed64: self = .scalar(name: "sfixed64", swift: "Int64", defaultValue: "0")
    case .uint32: self = .scalar(name: "uint32", swift: "UInt32", defaultValue: "0")
    case .fixed32: self = .scalar(name: "fixed32", swift: "UInt32", defaultValue: "0")
    case .uint64: self = .scalar(name: "uint64", swift: "UInt64", defaultValue: "0")
    case .fixed64: self = .scalar(name: "fixed64", swift: "UInt64", defaultValue: "0")
    case .float: self = .scalar(name: "float", swift: "Float", defaultValue: "0")
    case .double: self = .scalar(name: "double", swift: "Double", defaultValue: "0")
    case .bool: self = .scalar(name: "bool", swift: "Bool", defaultValue: "false")
    case .string: self = .scalar(name: "string", swift: "String", defaultValue: "\"\"")
    case .bytes: self = .scalar(name: "bytes", swift: "[UInt8]", defaultValue: "[]")
    case .enum: self = .enumeration(field.enumType)
    case .message, .group: self = .message(field.messageType)
    }
  }

  /// The bytes of a singular field's slot; a list or a map takes sixteen (count, address).
  private var singularSize: Int {
    switch self {
    case .scalar("string", _, _), .scalar("bytes", _, _), .map: 16
    case .scalar("float", _, _), .enumeration: 4
    case .scalar(let name, _, _): name.hasSuffix("32") ? 4 : 8
    case .message: 8
    }
  }

  /// The bytes of the field's slot in the C struct.
  static func slotSize(of field: FieldDescriptor) -> Int {
    field.isRepeated ? 16 : FieldType(field).singularSize
  }
}

extension FieldType {
  /// Whether the schema deprecates the message or the enum itself.
  var isDeprecated: Bool {
    switch self {
    case .enumeration(let descriptor): descriptor.options.deprecated
    case .message(let descriptor): descriptor.options.deprecated
    case .scalar, .map: false
    }
  }
}

extension Descriptor {
  /// Whether the type of a field is deprecated, or that of a map's values, so that the layout must name it.
  var hasFieldsOfDeprecatedTypes: Bool {
    fields.contains {
      ($0.messageType?.mapKeyAndValue?.value).map(FieldType.init)?.isDeprecated ?? FieldType($0).isDeprecated
    }
  }
}
