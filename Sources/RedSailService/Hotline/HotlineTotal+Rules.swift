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
    guard callCount > 0, propertyCallCount > callCount else { return }
    violations.add(
      "property_call_count",
      .invalidField,
      LocalizedText(
        "expected at most call_count, \(callCount), came \(propertyCallCount)",
        "物业类来话量 \(propertyCallCount) 不得超过来话总量 \(callCount)"
      )
    )
  }

  static func prepare(
    _ resource: HotlineTotal,
    before: HotlineTotal?,
    named name: ResourceName,
    in transaction: any StoreTransaction
  ) throws {
    if before?.division != resource.division {
      try transaction.checkLevel(of: resource.division, [.city, .county], field: "hotline_total.division")
      try checkUnique(resource, named: name, in: transaction)
    }
    guard before == nil else { return }
    let today = transaction.time.unixTime.civilDate.parts
    guard (Int(resource.year), Int(resource.month)) > (today.year, today.month) else { return }
    throw Failure.field(
      "hotline_total.month",
      .eventTimeInFuture,
      LocalizedText(
        "lies in the future: came \(resource.year)-\(resource.month), it is \(today.year)-\(today.month) now",
        "\(resource.year) 年 \(resource.month) 月尚未到来"
      )
    )
  }

  /// A division has one total a month.
  private static func checkUnique(
    _ resource: HotlineTotal,
    named name: ResourceName,
    in transaction: any StoreTransaction
  ) throws {
    let others = try transaction.others(
      HotlineTotal.self,
      besides: name,
      where: .compare("division_name", .equal, .text(resource.division))
    )
    let rival = others.map(\.resource).first { $0.year == resource.year && $0.month == resource.month }
    guard let other = rival else { return }
    throw Failure.duplicate(
      of: other.name,
      LocalizedText(
        "'\(other.name)' has the calls of '\(resource.division)' for \(resource.year)-\(resource.month): update it",
        "该区划 \(resource.year) 年 \(resource.month) 月的来话量已登记于“\(other.name)”"
      )
    )
  }
}
