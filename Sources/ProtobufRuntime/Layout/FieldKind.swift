/// The schema's type of a field.
///
/// Layouts of messages and enums come as closures, because messages may contain themselves.
public indirect enum FieldKind: Sendable {
  case int32, sint32, sfixed32
  case int64, sint64, sfixed64
  case uint32, fixed32
  case uint64, fixed64
  case float, double
  case bool
  case string, bytes
  case enumeration(@Sendable () -> EnumLayout)
  case message(@Sendable () -> MessageLayout)
  case map(key: FieldKind, value: FieldKind)

  /// The bytes of one slot: see ``FieldValue``. A map's is that of a pointer to an entry.
  var slotSize: Int {
    switch self {
    case .int32, .sint32, .sfixed32, .uint32, .fixed32, .float, .enumeration: 4
    case .int64, .sint64, .sfixed64, .uint64, .fixed64, .double, .bool, .message, .map: 8
    case .string, .bytes: 16
    }
  }

  /// The type's name as a `.proto` file spells it; `message`, `enum` and `map` for the others.
  public var name: String {
    switch self {
    case .int32: "int32"
    case .sint32: "sint32"
    case .sfixed32: "sfixed32"
    case .int64: "int64"
    case .sint64: "sint64"
    case .sfixed64: "sfixed64"
    case .uint32: "uint32"
    case .fixed32: "fixed32"
    case .uint64: "uint64"
    case .fixed64: "fixed64"
    case .float: "float"
    case .double: "double"
    case .bool: "bool"
    case .string: "string"
    case .bytes: "bytes"
    case .enumeration: "enum"
    case .message: "message"
    case .map: "map"
    }
  }
}
