/// What the schema promises about repeating a call (`idempotency_level` of google/protobuf/descriptor.proto).
public enum MethodIdempotency: Sendable, Hashable {
  /// Nothing is promised.
  case unknown
  /// The call has no side effects.
  case noSideEffects
  /// Repeating the call has the effect of calling once.
  case idempotent
}
