internal import RedSailAPI
internal import RedSailStore

/// A page of findings while it is filled, source by source.
struct FindingPage {
  private(set) var findings: [Finding] = []
  /// Where the next page starts; nil if this is the last.
  private(set) var next: (source: Int, inner: PageCursor?)?
  private let size: Int
  private var source: Int
  private var inner: PageCursor?

  init(size: Int, start: FindingCursor?) {
    self.size = size
    source = start?.source ?? 0
    inner = start?.inner
  }

  /// Fills the page from the sources, in order of names within each.
  mutating func fill(_ sources: [FindingSource], _ reading: ReportReading) throws {
    let moment = reading.moment(reading.question.span)
    while sources.indices.contains(source) {
      guard findings.count < size else {
        next = (source, inner)
        return
      }
      let current = sources[source]
      let page = try reading.snapshot.list(
        ListQuery(
          current.kind,
          where: RecordFilter(division: reading.division, predicate: current.condition(moment)),
          order: [Ordering("name")],
          pageSize: size - findings.count,
          cursor: inner
        )
      )
      findings += try page.records.map(current.finding)
      inner = page.next
      if inner == nil { source += 1 }
    }
  }
}
