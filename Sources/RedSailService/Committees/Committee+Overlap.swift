internal import RedSailAPI
internal import RedSailModel
internal import RedSailStore

/// At any time one body governs a compound (同一小区同一时间只有一个治理主体).
extension Committee {
  /// Refuses a committee that would govern a compound, or act for a community, together with another of its rank.
  static func checkOverlap(
    of resource: Committee,
    named name: ResourceName,
    in transaction: any StoreTransaction
  ) throws {
    let others = try transaction.rivals(of: resource).filter { $0 != name.text }
    guard let other = others.first else { return }
    throw Failure.periodOverlap(
      LocalizedText(
        "'\(name.text)' would serve together with '\(other)': end that one first, or let the terms meet",
        "任期与“\(other)”重叠，同一时间只能有一个治理主体"
      ),
      with: other
    )
  }
}

extension StoreSnapshot {
  /// The live committees of a committee's rank that serve on some day of its term, itself among them.
  func rivals(of committee: Committee) throws -> [String] {
    let period = Period(committee.validFrom, committee.validTo)
    if committee.kind == .community {
      let query = ListQuery(
        Committee.recordKind,
        where: RecordFilter(
          predicate: .and([
            .compare("division_name", .equal, .text(committee.division)),
            .compare("kind", .equal, .integer(Int64(Committee.Kind.community.rawValue))), period.overlapPredicate,
          ])
        ),
        pageSize: ListQuery.maximumPageSize
      )
      return try list(query).records.map(\.name)
    }
    let query = ListQuery(
      Committee.compoundsLinkKind,
      where: RecordFilter(
        predicate: .and([.isIn("subject", committee.compounds.map { .text($0) }), period.overlapPredicate])
      ),
      pageSize: ListQuery.maximumPageSize
    )
    let rows = try list(query).records
    return rows.map { ResourceLinks<Committee>.owner(ofRow: $0.name, Committee.compoundsLinkKind) }
  }
}
