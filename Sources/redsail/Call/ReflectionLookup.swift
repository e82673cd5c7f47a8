internal import RPCCore
internal import RPCServices
internal import RedSailClient

/// Asks a server for its schema (grpc/doc/server-reflection.md).
struct ReflectionLookup {
  private let channel: any RPCChannel

  init(_ channel: any RPCChannel) { self.channel = channel }

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

  /// Asks by v1, and where the server does not know it by v1alpha, whose messages are the same: servers of many languages
  /// still offer that one only.
  private func ask(_ request: ServerReflectionRequest) async throws -> ServerReflectionResponse.MessageResponse? {
    do {
      return try await ask(request, by: ServerReflectionMethods.serverReflectionInfo)
    } catch let error as RPCError where error.code == .unimplemented {
      return try await ask(request, by: Self.alpha)
    }
  }

  private static let alpha = MethodDescriptor<ServerReflectionRequest, ServerReflectionResponse>(
    service: ReflectionV1Alpha.ServerReflectionMethods.serviceDescriptor.name,
    name: "ServerReflectionInfo",
    kind: .bidirectionalStreaming
  )

  private func ask(
    _ request: ServerReflectionRequest,
    by method: MethodDescriptor<ServerReflectionRequest, ServerReflectionResponse>
  ) async throws -> ServerReflectionResponse.MessageResponse? {
    let call = channel.bidirectionalStreaming(method)
    try await call.send(request)
    call.finishSending()
    for try await response in call.responses {
      if case .errorResponse(let error) = response.messageResponse {
        throw Failure(
          "the server's reflection answered: \(error.errorMessage)",
          "服务器的反射服务返回：\(error.errorMessage)"
        )
      }
      return response.messageResponse
    }
    return nil
  }
}
