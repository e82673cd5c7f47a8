internal import RPCCore
internal import RedSailAPI
internal import RedSailModel
internal import RedSailStore

/// Which body governs a compound (小区治理主体): derived, never stored.
extension CommitteeHandlers {
  func listGoverningBodies(_ request: ListGoverningBodiesRequest, context: ServerContext) async throws
    -> ListGoverningBodiesResponse
  {
    let environment = committees.environment
    let caller = try await environment.authorize(context)
    var violations = Violations()
    let name = violations.name(request.compound, "compound", of: .compound)
    let day = violations.date(request.date, "date")
    let pageSize = violations.pageSize(request.pageSize)
    try violations.check()
    guard let name else { throw violations.error }
    let fingerprint = QueryFingerprint(["governingBodies", name.text, day?.description ?? "", caller.id])
    let start = Int(try environment.tokens.cursor(request.pageToken, for: fingerprint)?.id ?? 0)
    let segments = try await environment.read(name.city, caller) { snapshot in
      try snapshot.governingTimeline(of: name.text).segments.filter { day.map($0.period.contains) ?? true }
    }
    let page = segments.dropFirst(start).prefix(pageSize)
    let end = start + page.count
    return .with {
      $0.periods = page.map { ListGoverningBodiesResponse.Period($0) }
      if end < segments.count {
        $0.nextPageToken = environment.tokens.seal(PageCursor(values: [], id: Int64(end)), for: fingerprint)
      }
    }
  }
}

extension StoreSnapshot {
  /// Who governs a compound over its whole history.
  func governingTimeline(of name: String) throws -> GoverningTimeline {
    let compound = try stored(Compound.self, named: name).resource
    let own = try list(
      ListQuery(
        Committee.compoundsLinkKind,
        where: RecordFilter(predicate: .compare("subject", .equal, .text(name))),
        pageSize: ListQuery.maximumPageSize
      )
    ).records.map { row in
      let owner = ResourceLinks<Committee>.owner(ofRow: row.name, Committee.compoundsLinkKind)
      return GoverningBody(try Committee(serialized: row.bytes), named: owner)
    }
    let community = try list(
      ListQuery(
        Committee.recordKind,
        where: RecordFilter(
          predicate: .matching([
            "division_name": .text(compound.division),
            "kind": .integer(Int64(Committee.Kind.community.rawValue)),
          ])
        ),
        pageSize: ListQuery.maximumPageSize
      )
    ).records.map { GoverningBody(try Committee(serialized: $0.bytes), named: $0.name) }
    let span = Period(compound.validFrom, compound.validTo)
    do throws(GoverningOverlap) {
      return try GoverningTimeline(own + community, during: DatePeriod(from: span.from, to: span.to))
    } catch {
      // Every write refuses it; two that serve at one time would be a fault of the store's.
      throw Failure.periodOverlap(LocalizedText(error), with: error.new.name)
    }
  }
}

extension GoverningBody {
  fileprivate init(_ committee: Committee, named name: String) {
    let kind: GoverningBodyKind =
      switch committee.kind {
      case .owners: .ownersCommittee
      case .propertyManagement: .managementCommittee
      default: .environmentCommittee
      }
    let term = Period(committee.validFrom, committee.validTo)
    self.init(name: name, kind: kind, period: DatePeriod(from: term.from, to: term.to))
  }
}

extension ListGoverningBodiesResponse.Period {
  fileprivate init(_ segment: GoverningTimeline.Segment) {
    self.init()
    kind =
      switch segment.body?.kind {
      case .ownersCommittee: .ownersCommittee
      case .managementCommittee: .propertyManagementCommittee
      case .environmentCommittee: .communityCommittee
      case nil: .gap
      }
    committee = segment.body?.name ?? ""
    validFrom = segment.period.start.map { CalendarDate($0) }
    validTo = segment.period.end.map { CalendarDate($0) }
  }
}
