extension ResourceCollection where Resource == Contract {
  /// Files a contract (合同备案). A late filing is recorded and flagged (`filedLate`), not refused.
  @discardableResult
  public func file(
    _ id: String,
    on date: CalendarDate,
    number: String,
    options: CallOptions = CallOptions(),
    with fill: (inout FileContractRequest) -> Void = { _ in }
  ) async throws(RPCError) -> Contract {
    try await act(ContractServiceMethods.fileContract, on: id, options) {
      $0.filingDate = date
      $0.filingNumber = number
      fill(&$0)
    }
  }
}
