internal import RedSailAPI

extension Contract {
  /// The contract after its filing. A late one is flagged, not refused: what happened is recorded.
  func filed(_ request: FileContractRequest) throws -> Contract {
    guard filingDate == nil else {
      throw Failure.actionNotAllowed(
        "FILE",
        on: name,
        in: "FILED",
        allowedStates: ["NOT_FILED"],
        allowedActions: [],
        chinese: "合同已备案，备案号“\(filingNumber)”"
      )
    }
    let filed = request.filingDate?.civilDate
    if let filed, let signed = signingDate?.civilDate, filed < signed {
      throw Failure.field(
        "filing_date",
        .periodReversed,
        LocalizedText("lies before the signing: \(filed), \(signed)", "备案日期 \(filed) 早于签订日期 \(signed)")
      )
    }
    var contract = self
    contract.filingDate = request.filingDate
    contract.filingNumber = request.filingNumber
    if let filed, let due = filingDeadline?.civilDate { contract.filedLate = filed > due }
    return contract
  }
}
