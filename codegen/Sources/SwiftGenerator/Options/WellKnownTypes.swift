/// google.protobuf's own types and the Swift names the runtime gives them.
enum WellKnownTypes {
  /// The module that holds them.
  static let module = "ProtobufRuntime"

  /// The files whose types live in the runtime.
  static let files: Set<String> = Set(
    ["any", "duration", "empty", "field_mask", "struct", "timestamp", "wrappers"].map { "google/protobuf/\($0).proto" }
  )

  /// Types whose plain names would hide Swift's own or a caller's.
  private static let prefixed: Set<String> = ["Any", "Duration", "Empty", "ListValue", "NullValue", "Struct", "Value"]

  /// The Swift name of a top-level type of one of `files`.
  static func swiftName(of protoName: String) -> String {
    prefixed.contains(protoName) ? "Protobuf" + protoName : protoName
  }
}
