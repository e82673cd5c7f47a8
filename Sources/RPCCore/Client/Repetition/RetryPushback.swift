/// What a server says about repeating a call that it failed: `grpc-retry-pushback-ms` (gRFC A6, Pushback).
package enum RetryPushback: Sendable, Hashable {
  /// It says nothing.
  case none
  /// The call must not be repeated.
  case never
  /// After this time.
  case after(Duration)

  /// The metadata key.
  package static let key = "grpc-retry-pushback-ms"

  /// Reads it from the metadata of a status. Anything but a non-negative 32-bit integer without superfluous zeros means
  /// never.
  package init(_ metadata: Metadata) {
    guard !metadata.isEmpty, let text = metadata[Self.key] else {
      self = .none
      return
    }
    if let milliseconds = Int32(text), milliseconds >= 0, text == "\(milliseconds)" {
      self = .after(.milliseconds(milliseconds))
    } else {
      self = .never
    }
  }
}
