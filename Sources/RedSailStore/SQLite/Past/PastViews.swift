internal import GRDB

/// The views of the past that a connection keeps, for reports that are asked for again and for pages of an export.
///
/// A class because the reads of a connection share it.
final class PastViews: @unchecked Sendable {
  // Protected by the connection's DatabaseQueue: all access happens inside its closures.

  private let limit: Int
  /// Those used last at the end.
  private var views: [PastView] = []

  /// Keeps at most `limit` differing records; the view in use may have more.
  init(limit: Int) {
    self.limit = limit
  }

  /// The view of a moment, brought up to the present of `database`'s transaction. Throws `compacted`, `revisionAhead`.
  func view(of city: String, _ asOf: AsOf, _ database: Database) throws -> PastView {
    let latest = try database.latestRevision(of: city)
    let floor = try database.compactedRevision(of: city)
    let revision = asOf.revision ?? latest
    guard revision >= floor else { throw StoreError.compacted(floor: floor) }
    guard revision <= latest else { throw StoreError.revisionAhead(asked: revision, latest: latest) }
    let moment = PastView.Moment(city: city, asOf: asOf)
    // Compaction takes away the entries that a view's versions are described by.
    try drop { $0.isBroken || ($0.moment.city == city && $0.floor != floor) }
    let found = views.firstIndex { $0.moment == moment }.map { views.remove(at: $0) }
    while !views.isEmpty, views.reduce(found?.count ?? 0, { $0 + $1.count }) > limit || views.count >= Self.slots {
      let oldest = views[0].slot
      try drop { $0.slot == oldest }
    }
    let free = Set(0..<Self.slots).subtracting(views.map(\.slot)).min() ?? 0
    let view = found ?? PastView(moment, floor: floor, slot: free, database: database)
    views.append(view)
    try view.advance(through: latest)
    return view
  }

  /// The most views.
  private static let slots = 8

  private func drop(where condition: (PastView) -> Bool) throws {
    for view in views where condition(view) { try view.drop() }
    views.removeAll(where: condition)
  }
}
