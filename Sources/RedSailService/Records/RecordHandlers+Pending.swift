internal import RPCCore
internal import RedSailAPI

extension RecordHandlers {
  func importRecords(_ requests: RequestStream<ImportRecordsRequest>, context: ServerContext) async throws
    -> ImportRecordsResponse
  {
    throw RPCError(code: .unimplemented, message: "not served yet")
  }

  func pushRecords(_ request: PushRecordsRequest, context: ServerContext) async throws -> PushRecordsResponse {
    throw RPCError(code: .unimplemented, message: "not served yet")
  }

  func exportRecords(
    _ request: ExportRecordsRequest,
    responses: ResponseWriter<ExportRecordsResponse>,
    context: ServerContext
  ) async throws {
    throw RPCError(code: .unimplemented, message: "not served yet")
  }

  func findRecords(_ request: FindRecordsRequest, context: ServerContext) async throws -> FindRecordsResponse {
    throw RPCError(code: .unimplemented, message: "not served yet")
  }

  func mergeRecords(_ request: MergeRecordsRequest, context: ServerContext) async throws -> Succession {
    throw RPCError(code: .unimplemented, message: "not served yet")
  }

  func splitRecord(_ request: SplitRecordRequest, context: ServerContext) async throws -> Succession {
    throw RPCError(code: .unimplemented, message: "not served yet")
  }
}
