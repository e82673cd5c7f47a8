internal import Testing

/// The servers that the client is tested against.
enum Backend: String, CaseIterable, CustomTestStringConvertible {
  /// Google's gRPC for Python, with code that protoc generates from the same schema.
  case python
  /// RedSail itself.
  case redsail

  var testDescription: String { rawValue }

  func makeServer() throws -> any TestServer {
    switch self {
    case .python: try PythonServer()
    case .redsail: try RedSailServer()
    }
  }
}
