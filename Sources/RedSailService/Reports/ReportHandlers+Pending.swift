internal import RPCCore
internal import RedSailAPI

extension ReportHandlers {
  func listReports(_ request: ListReportsRequest, context: ServerContext) async throws -> ListReportsResponse {
    throw RPCError(code: .unimplemented, message: "not served yet")
  }

  func getReport(_ request: GetReportRequest, context: ServerContext) async throws -> Report {
    throw RPCError(code: .unimplemented, message: "not served yet")
  }

  func listFindings(_ request: ListFindingsRequest, context: ServerContext) async throws -> ListFindingsResponse {
    throw RPCError(code: .unimplemented, message: "not served yet")
  }
}
