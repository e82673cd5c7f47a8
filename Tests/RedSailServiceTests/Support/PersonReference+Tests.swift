internal import ProtobufRuntime
internal import RedSailAPI

extension PersonReference {
  /// A person by an opaque reference.
  static func person(_ reference: String) -> PersonReference { .with { $0.reference = reference } }
}
