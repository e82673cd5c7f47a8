internal import RPCCore
internal import RedSailAPI

/// Reports (统计报表).
struct ReportHandlers: ReportService {
  let environment: ServiceEnvironment

  init(_ environment: ServiceEnvironment) {
    self.environment = environment
  }
}
