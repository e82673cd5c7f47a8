internal import Synchronization

/// Whether a client has been closed: what all its copies and feeds share.
final class ClientLife: Sendable {
  private let closed = Atomic(false)

  var isClosed: Bool { closed.load(ordering: .acquiring) }

  func end() { closed.store(true, ordering: .releasing) }
}
