/// The keys whose values the test server sends back.
enum TestMetadata {
  /// Comes back before the first message.
  static let initialKey = "x-grpc-test-echo-initial"
  /// Comes back with the status.
  static let trailingKey = "x-grpc-test-echo-trailing-bin"
}
