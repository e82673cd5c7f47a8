internal import RPCCore
internal import RedSailAPI

/// Every kind of record in one place (数据交换): bulk import and export, unary pushes, look-up by external id, merge and split.
struct RecordHandlers: RecordService {
  let environment: ServiceEnvironment
  let successions: StandardMethods<Succession>

  init(_ environment: ServiceEnvironment) {
    self.environment = environment
    successions = StandardMethods(environment: environment)
  }
}
