internal import ProtobufRuntime
internal import RedSailAPI
internal import RedSailModel
internal import RedSailStore

extension HotlineTotal {
  func validate(_ violations: inout Violations) {
    violations.externalIDs(externalIDs)
    if year != 0 { violations.number(Int64(year), "year", in: 2000...2_200) }
    if month != 0 { violations.number(Int64(month), "month", in: 1...12) }
    if callCount != 0 { violations.number(Int64(callCount), "call_count", in: 1...10_000_000_000) }
    violations.number(Int64(propertyCallCount), "property_call_count", in: 0...10_000_000_000)
    violations.text(source, "source", limit: 128)
  }

  static func prepare(
    _ resource: HotlineTotal,
    before: HotlineTotal?,
    named name: ResourceName,
    in transaction: any StoreTransaction
  ) throws {
    if before?.division != resource.division {
      try transaction.checkLevel(of: resource.division, [.city, .county], field: "hotline_total.division")
    }
  }
}
