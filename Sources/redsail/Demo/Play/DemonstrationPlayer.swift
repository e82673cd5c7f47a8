internal import RedSailClient

/// Plays a plan through the client SDK, stage by stage, many calls at a time.
///
/// Every call has a request id that depends on the plan alone, so playing again, also after an interruption, changes
/// nothing that is done and does what is not.
struct DemonstrationPlayer {
  let plan: CityPlan
  let rizhao: RizhaoPlan
  let redsail: RedSail
  let progress: PlayProgress
  let acknowledged: AcknowledgementLog?

  /// Plays the year. Throws the first error of a call.
  func play() async throws {
    try await playDivisions()
    try await playFirms()
    try await playParty()
    try await playProjects()
    try await playBranches()
    try await playStations()
    try await playGovernance()
    try await playPeople()
    try await playPolicies()
    try await playWorks()
    try await playReceptionDays()
    try await playDemandsOnSite()
    try await playOtherDemands()
    try await playOtherTickets()
    try await playRizhao()
    progress.finish()
  }

  /// Plays a stage: one record or storyline for each index.
  func stage(
    _ name: String,
    _ count: Int,
    _ body: @escaping @Sendable (Int) async throws -> Void
  ) async throws {
    progress.begin(name, total: count)
    try await playConcurrently(0..<count) { index in
      try await body(index)
      progress.advance()
    }
  }

  func acknowledge(_ name: String, _ etag: String) throws {
    try acknowledged?.add(name, etag: etag)
  }
}
