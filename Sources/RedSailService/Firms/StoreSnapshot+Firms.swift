internal import RedSailAPI
internal import RedSailStore

extension StoreSnapshot {
  /// Checks that a period lies inside the one in which a firm works in the city.
  func checkPeriod(_ period: Period, insideFirm name: String, field: String) throws {
    guard let record = try record(Firm.recordKind, named: name) else { return }
    let firm = try StoredRecord<Firm>(record).resource
    let whole = Period(firm.validFrom, firm.validTo)
    guard !whole.contains(period) else { return }
    throw Failure.periodOutside(field: field, of: name, period: whole.description)
  }
}
