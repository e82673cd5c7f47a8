internal import RPCCore
internal import RedSailAPI

extension HotlineHandlers {
  func syncTickets(
    _ requests: RequestStream<SyncTicketsRequest>,
    responses: ResponseWriter<SyncTicketsResponse>,
    context: ServerContext
  ) async throws {
    throw RPCError(code: .unimplemented, message: "not served yet")
  }
}
