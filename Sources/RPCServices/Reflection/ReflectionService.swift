internal import RPCCore

/// `grpc.reflection.v1.ServerReflection`.
struct ReflectionService: ServerReflection {
  let answerer: ReflectionAnswerer

  func serverReflectionInfo(
    _ requests: RequestStream<ServerReflectionRequest>,
    responses: ResponseWriter<ServerReflectionResponse>,
    context: ServerContext
  ) async throws {
    try await answerer.answer(requests, responses)
  }
}
