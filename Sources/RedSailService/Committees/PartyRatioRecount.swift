internal import RedSailAPI
internal import RedSailModel
internal import RedSailStore

/// Judges the committees that serve anew after the least share of party members has changed: which of them are in breach
/// stands in their records, and a rectification follows from it.
struct PartyRatioRecount {
  let transaction: any StoreTransaction

  /// Judges those of the divisions in which the parameter held or holds.
  func run(after: Parameter?, before: Parameter?) throws {
    let known = [after, before].compactMap(\.self)
    guard let change = known.first, change.key == RuleParameter.committeeMinimumPartyPercent.rawValue else { return }
    guard
      after?.value != before?.value || after?.division != before?.division || after?.validFrom != before?.validFrom
        || after?.validTo != before?.validTo
    else { return }
    for division in Set(known.map(\.divisionCode)) {
      try run(in: division == transaction.city ? nil : division, because: change)
    }
  }

  private func run(in division: String?, because change: Parameter) throws {
    let today = transaction.time.unixTime.civilDate
    var query = ListQuery(
      Committee.recordKind,
      where: RecordFilter(
        division: division,
        predicate: .and([
          .compare("kind", .equal, .integer(Int64(Committee.Kind.owners.rawValue))),
          .compare("state", .equal, .integer(Int64(Committee.State.serving.rawValue))),
          .compare("valid_to", .greater, today.column),
        ])
      ),
      pageSize: ListQuery.maximumPageSize
    )
    repeat {
      let page = try transaction.list(query)
      for record in page.records { try judge(StoredRecord(record), because: change) }
      query.cursor = page.next
    } while query.cursor != nil
  }

  private func judge(_ stored: StoredRecord<Committee>, because change: Parameter) throws {
    var judged = stored.resource
    try judged.derive(in: transaction)
    guard judged != stored.resource, let name = ResourceType.committee.parse(stored.record.name) else { return }
    var moment = EventMoment(following: change, onto: stored.lastEvent, in: transaction)
    moment.isBackfilled = stored.resource.backfilled
    try transaction.update(stored, to: judged, named: name, moment)
  }
}
