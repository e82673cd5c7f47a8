internal import RPCCore
internal import RedSailAPI

/// 合同备案.
extension ContractHandlers {
  func fileContract(_ request: FileContractRequest, context: ServerContext) async throws -> Contract {
    try await contracts.act(request, context) { violations in
      violations.person(request.actor, "actor")
      violations.date(request.filingDate, "filing_date", required: true)
      violations.text(request.filingNumber, "filing_number", limit: 64, required: true)
    } changing: { stored, transaction, _ in
      try transaction.checkPast(["filing_date": request.filingDate])
      return try stored.resource.filed(request)
    }
  }
}
