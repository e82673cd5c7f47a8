internal import RPCCore
internal import RedSailAPI
internal import RedSailModel
internal import RedSailStore

extension StoreSnapshot {
  /// Who votes in a service area: its units as they are recorded. An owner of several units, and the developer, count once
  /// by head; a unit whose owner is not known is a head of its own.
  func electorate(of serviceArea: String) throws -> Electorate {
    var query = ListQuery(
      Unit.recordKind,
      where: RecordFilter(predicate: .compare("service_area", .equal, .text(serviceArea))),
      pageSize: ListQuery.maximumPageSize
    )
    var units: [VotingUnit] = []
    repeat {
      let page = try list(query)
      units += try page.records.map { VotingUnit(try Unit(serialized: $0.bytes)) }
      query.cursor = page.next
    } while query.cursor != nil
    guard !units.isEmpty else {
      throw Failure.conditionUnmet(
        "'\(serviceArea)' has units",
        LocalizedText(
          "'\(serviceArea)' has no units on record to count ballots over: enter them, or record the totals",
          "该物业服务区域尚未录入房屋，无法计票；可录入房屋或登记计票结果"
        )
      )
    }
    do throws(ElectorateError) {
      return try Electorate(units)
    } catch {
      throw Failure.conditionUnmet("'\(serviceArea)' is an electorate", LocalizedText(error))
    }
  }
}

extension VotingUnit {
  fileprivate init(_ unit: Unit) {
    // The prefixes keep an owner's key from being taken for the developer's or a unit's.
    let owner =
      unit.developerOwned ? "developer" : unit.ownerKey.isEmpty ? "unit:\(unit.name)" : "owner:\(unit.ownerKey)"
    self.init(key: unit.name, area: unit.areaHundredths, owner: owner)
  }
}
