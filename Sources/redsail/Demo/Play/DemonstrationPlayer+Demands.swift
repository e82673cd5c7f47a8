internal import RedSailClient

extension DemonstrationPlayer {
  /// The demands settled on the spot: the sheets of the reception days, loaded in bulk.
  func playDemandsOnSite() async throws {
    let onSite = (0..<plan.demandCount).filter { if case .onSite = plan.outcome(ofDemand: $0) { true } else { false } }
    progress.begin("demands resolved on site 现场解决", total: onSite.count)
    let requests = onSite.lazy.map { plan.createDemand($0) }
    for try await result in redsail.city("370800").tickets.import(requests) {
      if let error = result.error { throw error }
      if let receipt = result.receipt { try acknowledge(receipt.name, receipt.etag) }
      progress.advance()
    }
  }

  /// The others, each with all that follows.
  func playOtherDemands() async throws {
    try await stage("demands handled later 限期答复", plan.demandCount) { index in
      if case .onSite = plan.outcome(ofDemand: index) { return }
      if plan.isPlayedWithPrevious(index) { return }
      try await playDemand(index)
      if index + 1 < plan.demandCount, plan.isPlayedWithPrevious(index + 1) { try await playDemand(index + 1) }
    }
  }

  private func playDemand(_ index: Int) async throws {
    let tickets = TicketServiceClient(redsail.channel)
    let ticket = try await tickets.createTicket(plan.createDemand(index))
    try acknowledge(ticket.name, ticket.etag)
    for (number, step) in plan.steps(ofDemand: index).enumerated() {
      let requestID = RequestID.of("demand", index, step: number + 1)
      let after = try await step.take(on: ticket.name, requestID: requestID, through: tickets)
      try acknowledge(after.name, after.etag)
    }
  }
}
