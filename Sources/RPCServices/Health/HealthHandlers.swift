internal import RPCCore

/// Answers the calls of `grpc.health.v1.Health` from the board.
struct HealthHandlers: Health {
  let board: HealthBoard

  func check(_ request: HealthCheckRequest, context: ServerContext) async throws -> HealthCheckResponse {
    guard let status = board.status(of: request.service) else {
      throw RPCError(code: .notFound, message: "unknown service '\(request.service)'")
    }
    return .with { $0.status = status }
  }

  func list(_ request: HealthListRequest, context: ServerContext) async throws -> HealthListResponse {
    .with { $0.statuses = board.all.mapValues { status in .with { $0.status = status } } }
  }

  func watch(
    _ request: HealthCheckRequest,
    responses: ResponseWriter<HealthCheckResponse>,
    context: ServerContext
  ) async throws {
    var last: HealthCheckResponse.ServingStatus?
    for await status in board.watch(request.service) where status != last {
      last = status
      try await responses.write(.with { $0.status = status })
    }
    try Task.checkCancellation()
  }
}
