internal import ProtobufRuntime
internal import RPCCore
internal import RedSailAPI
internal import Testing

/// Returns and extensions by the parameters of the division on the day of receipt.
@Suite struct TicketLimitTests {
  /// A ticket of the first community that a street has dispatched to a project on 2026-03-02, a Monday.
  private func dispatched(_ city: TestCity, on day: String = "2026-03-02") async throws -> String {
    let name = try await city.create {
      $0.eventTime = try Timestamp(shanghai: "\(day)T09:00:00")
      $0.ticket?.holder = TestCity.holder(TestCity.community, .community)
    }.name
    try await city.act(.accept, name, at: "\(day)T09:10:00")
    try await city.act(.dispatch, name, at: "\(day)T09:20:00")
    return name
  }

  @Test func theReturnPeriodIsAParameter() async throws {
    let city = try await TestCity(at: "2026-03-31")
    let shipped = try await dispatched(city)
    let refused = try await expectRefusal(.failedPrecondition, "RETURN_TOO_LATE") {
      try await city.act(.return, shipped, at: "2026-03-05")
    }
    #expect(refused?.metadata["last_day"] == "2026-03-04")
    #expect(refused?.metadata["parameter"] == "ticket.return.maximum_working_days")
    #expect(refused?.metadata["value"] == "2")
    #expect(refused?.metadata["division"] == "CN")
    #expect(refused?.metadata["source"]?.isEmpty == false)

    try await city.load("ticket.return.maximum_working_days", .integer(3), in: TestCity.county, from: "2026-03-03")
    // A ticket keeps the rules of the day of its receipt.
    try await expectRefusal(.failedPrecondition, "RETURN_TOO_LATE") {
      try await city.act(.return, shipped, at: "2026-03-05")
    }
    let later = try await dispatched(city, on: "2026-03-03")
    let late = try await expectRefusal(.failedPrecondition, "RETURN_TOO_LATE") {
      try await city.act(.return, later, at: "2026-03-07")
    }
    #expect(late?.metadata["last_day"] == "2026-03-06")
    #expect(late?.metadata["value"] == "3")
    #expect(late?.metadata["division"] == "370811")
    #expect(late?.metadata["source"] == "济政发〔2026〕1号")
    try await city.act(.return, later, at: "2026-03-06")
  }

  @Test func theLongestExtensionIsAParameter() async throws {
    let city = try await TestCity(at: "2026-03-31")
    try await city.load("ticket.extension.maximum_working_days", .integer(15), in: TestCity.street, from: "2026-03-03")
    let name = try await dispatched(city)
    try await city.act(.sign, name, at: "2026-03-02T09:30:00")
    let refused = try await expectRefusal(.failedPrecondition, "EXTENSION_TOO_LONG") {
      try await city.act(.extend, name, at: "2026-03-03") { $0.workingDays = 11 }
    }
    #expect(refused?.metadata["limit"] == "10")
    #expect(refused?.metadata["parameter"] == "ticket.extension.maximum_working_days")
    #expect(refused?.metadata["division"] == "CN")
    #expect(refused?.metadata["value"] == "10")
    let later = try await dispatched(city, on: "2026-03-03")
    try await city.act(.sign, later, at: "2026-03-03T09:30:00")
    let extended = try await city.act(.extend, later, at: "2026-03-04") { $0.workingDays = 11 }
    #expect(extended.due?.extensionWorkingDays == 11)
    let longer = try await expectRefusal(.failedPrecondition, "EXTENSION_TOO_LONG") {
      try await city.act(.extend, later, at: "2026-03-05") { $0.workingDays = 5 }
    }
    #expect(longer?.metadata["already"] == "11")
    #expect(longer?.metadata["value"] == "15")
    #expect(longer?.metadata["division"] == "370811012")
  }
}
