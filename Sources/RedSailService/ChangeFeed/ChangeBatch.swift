internal import RedSailStore

/// The changes that go out together: a page of the store, cut where one message would become too large for callers with
/// gRPC's usual limit of 4 MiB.
struct ChangeBatch: Sendable {
  let changes: [Change]
  /// Where to go on.
  let progress: Revision
  /// The city's latest revision; if above `progress`, there is more at once.
  let latest: Revision

  /// The most bytes of records in a message. A single record is smaller by far, and is never left out.
  static let maximumBytes = 1 << 20

  init(_ page: ChangePage) {
    var bytes = 0
    let fitting = page.changes.prefix { change in
      defer { bytes += change.after?.count ?? 0 }
      return bytes < Self.maximumBytes
    }
    changes = Array(fitting)
    progress = fitting.count == page.changes.count ? page.progress : fitting.last?.revision ?? page.progress
    latest = page.latest
  }
}
