internal import Synchronization

/// Whether the caller of a read has gone.
final class ReadCancellation: Sendable {
  private let flag = Atomic(false)

  var value: Bool { flag.load(ordering: .relaxed) }

  func set() { flag.store(true, ordering: .relaxed) }
}
