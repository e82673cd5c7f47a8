internal import RPCCore
internal import RedSailAPI

/// 小区沿革.
extension CompoundHandlers {
  func getCompoundHistory(_ request: GetCompoundHistoryRequest, context: ServerContext) async throws
    -> GetCompoundHistoryResponse
  {
    let environment = compounds.environment
    let caller = try await environment.authorize(context)
    var violations = Violations()
    let name = violations.name(request.name, "name", of: .compound)
    guard let name else { throw violations.error }
    return try await environment.read(name.city, caller, lane: .report) { snapshot in
      let compound = try snapshot.stored(Compound.self, named: name.text).resource
      let history = try CompoundHistory(of: compound, in: snapshot)
      return .with {
        $0.compound = compound
        $0.entries = history.entries
        $0.truncated = history.isTruncated
      }
    }
  }
}
