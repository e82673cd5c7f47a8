internal import RPCServices
internal import RedSailClient

/// Asks a server for its schema (grpc/doc/server-reflection.md).
struct ReflectionLookup {
  private let reflection: ServerReflectionClient

  init(_ channel: any RPCChannel) { reflection = ServerReflectionClient(channel) }

  /// The full names of the server's services.
  func services() async throws -> [String] {
    guard case .listServicesResponse(let list) = try await ask(.with { $0.messageRequest = .listServices("") }) else {
      return []
    }
    return list.service.map(\.name)
  }

  /// The schema files that declare a symbol, with all that they import.
  func files(declaring symbol: String) async throws -> [[UInt8]] {
    let answer = try await ask(.with { $0.messageRequest = .fileContainingSymbol(symbol) })
    guard case .fileDescriptorResponse(let response) = answer else { return [] }
    return response.fileDescriptorProto
  }

  private func ask(_ request: ServerReflectionRequest) async throws -> ServerReflectionResponse.MessageResponse? {
    let call = reflection.serverReflectionInfo()
    try await call.send(request)
    call.finishSending()
    for try await response in call.responses {
      if case .errorResponse(let error) = response.messageResponse {
        throw Failure("the server's reflection answered: \(error.errorMessage)")
      }
      return response.messageResponse
    }
    return nil
  }
}
