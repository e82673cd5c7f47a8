internal import RedSailModel
internal import Testing

@testable internal import redsail

/// What is played must lie in the article's figures at every scale, before any server has counted it.
@Suite struct CityPlanTests {
  @Test(arguments: ["1", "0.5", "0.1", "0.02", "0.005"])
  func thePlanLiesInThePublishedIntervals(scale: String) throws {
    let plan = try CityPlan(scale: try DemonstrationScale(scale))
    #expect(PublishedFigure.firmsWithOrganisation.agrees(with: plan.organisedFirmCount, at: plan.scale))
    #expect(PublishedFigure.firmsWithInstructor.agrees(with: plan.instructedFirmCount, at: plan.scale))
    #expect(PublishedFigure.firmsCovered.agrees(with: plan.firmCount, at: plan.scale))
    #expect(PublishedFigure.receptionDays.agrees(with: plan.heldDayCount, at: plan.scale))
    #expect(PublishedFigure.demands.agrees(with: plan.demandCount, at: plan.scale))
    #expect(PublishedFigure.demandsResolved.agrees(with: plan.resolvedCount, at: plan.scale))
  }

  @Test func everyFirmHasAValidCodeOfItsOwn() throws {
    let plan = try CityPlan(scale: .whole)
    #expect(Set(plan.creditCodes).count == 569)
    for code in plan.creditCodes { #expect(throws: Never.self) { try CreditCode(code) } }
  }

  @Test func divisionCodesAreValidAndDistinct() throws {
    let plan = try CityPlan(scale: .whole)
    let streets = (0..<plan.streetCount).map(plan.streetID)
    let communities = (0..<plan.communityCount).map(plan.communityID)
    #expect(streets.count == 158 && Set(streets).count == 158)
    #expect(Set(communities).count == communities.count)
    #expect(streets.contains("370811012"))
    for code in streets { #expect(try DivisionCode(code).level == .street) }
    for code in communities { #expect(try DivisionCode(code).level == .community) }
    // The real counties and the statistical zone (NBS 2023), and the two zones without a code.
    #expect(
      County.all.filter { !$0.isZone }.map(\.id).sorted() == [
        "370811", "370812", "370826", "370827", "370828", "370829", "370830", "370831", "370832", "370871", "370881",
        "370883",
      ]
    )
  }

  @Test func nothingHappensBeforeItsCauseOrAfterTheYear() throws {
    let plan = try CityPlan(scale: try DemonstrationScale("0.1"))
    for index in 0..<plan.demandCount {
      let steps = plan.steps(ofDemand: index)
      var last = plan.receiveTime(ofDemand: index)
      #expect(last >= plan.start(ofReceptionDay: plan.receptionDay(ofDemand: index)))
      #expect(last < plan.end(ofReceptionDay: plan.receptionDay(ofDemand: index)))
      for step in steps {
        #expect(step.time >= last, "demand \(index)")
        last = step.time
      }
      #expect(last < CityPlan.lastDay.end, "demand \(index)")
    }
  }

  @Test func requestIDsAreDistinctUUIDsOfVersionFour() throws {
    let ids = (0..<5_000).flatMap { index in (0..<12).map { RequestID.of("demand", index, step: $0) } }
    #expect(Set(ids).count == ids.count)
    let pattern = /[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/
    #expect(ids.allSatisfy { $0.wholeMatch(of: pattern) != nil })
  }

  @Test func theSameYearIsPlannedEveryTime() throws {
    let (one, other) = (try CityPlan(scale: .whole), try CityPlan(scale: .whole))
    for index in stride(from: 0, to: one.demandCount, by: 997) {
      #expect(one.createDemand(index) == other.createDemand(index))
    }
    // Written down once: a demonstration that is there already must be met by the same requests.
    #expect(RequestID.of("demand", 7, step: 3) == "a2f1f873-76b3-45aa-96ad-6b9fb6415f53")
    #expect(one.creditCodes[0] == "91370811MA3DHM000E")
  }
}
