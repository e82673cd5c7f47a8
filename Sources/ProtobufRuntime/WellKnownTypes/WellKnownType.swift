/// Messages of `google.protobuf` whose JSON form is not that of an ordinary message
/// (https://protobuf.dev/programming-guides/json/).
enum WellKnownType: Sendable {
  case any, duration, fieldMask, listValue, structure, timestamp, value, wrapper

  init?(fullName: String) {
    guard fullName.hasPrefix("google.protobuf.") else { return nil }
    switch fullName.dropFirst("google.protobuf.".count) {
    case "Any": self = .any
    case "Duration": self = .duration
    case "FieldMask": self = .fieldMask
    case "ListValue": self = .listValue
    case "Struct": self = .structure
    case "Timestamp": self = .timestamp
    case "Value": self = .value
    case "DoubleValue", "FloatValue", "Int64Value", "UInt64Value", "Int32Value", "UInt32Value", "BoolValue",
      "StringValue", "BytesValue":
      self = .wrapper
    default: return nil
    }
  }
}
