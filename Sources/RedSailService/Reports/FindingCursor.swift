internal import RedSailModel
internal import RedSailStore

/// Where a page of findings ended: the moment it was read at, the source, and the place in it.
struct FindingCursor: Sendable {
  let day: CivilDate
  let revision: Revision
  let source: Int
  let inner: PageCursor?

  init(day: CivilDate, revision: Revision, source: Int, inner: PageCursor?) {
    self.day = day
    self.revision = revision
    self.source = source
    self.inner = inner
  }

  /// Reads what `cursor` made; nil if anything is missing.
  init?(_ cursor: PageCursor) {
    let numbers = cursor.values.prefix(3).compactMap(\.integer)
    guard numbers.count == 3, let source = Int(exactly: numbers[2]) else { return nil }
    let values = Array(cursor.values.dropFirst(3))
    self.init(
      day: CivilDate(daysSinceEpoch: numbers[0]),
      revision: numbers[1],
      source: source,
      inner: values.isEmpty ? nil : PageCursor(values: values, id: cursor.id)
    )
  }

  /// The cursor as a page token holds it.
  var cursor: PageCursor {
    PageCursor(
      values: [.integer(day.daysSinceEpoch), .integer(revision), .integer(Int64(source))] + (inner?.values ?? []),
      id: inner?.id ?? 0
    )
  }
}
