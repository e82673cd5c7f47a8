internal import NIOCore

/// Shares the room for incomplete requests of a connection. Within the limit every call's window is kept open; beyond it
/// only that of the call that ran into it first, so that one after the other can finish.
struct RequestBudget<Call: RequestHolder> {
  private let limit: Int
  private(set) var held = 0
  private var queue = CircularBuffer<Call>()

  init(limit: Int) {
    self.limit = limit
  }

  /// A call has received part of its request. Returns the bytes to give credit for, and whether the limit was run into
  /// for the first time since all was well.
  mutating func hold(_ bytes: Int, for call: Call) -> (credit: Int, isHit: Bool) {
    held += bytes
    call.share.held += bytes
    guard held > limit else { return (bytes, false) }
    let isHit = queue.isEmpty
    if !call.share.isQueued {
      call.share.isQueued = true
      queue.append(call)
    }
    if queue.first === call { return (bytes, isHit) }
    call.share.withheld += bytes
    return (0, isHit)
  }

  /// A call's request is complete, or not wanted any more. Returns the calls to give credit to.
  mutating func release(_ call: Call) -> [(call: Call, credit: Int)] {
    held -= call.share.held
    let withheld = call.share.withheld
    call.share = RequestShare()
    guard withheld > 0 || !queue.isEmpty else { return [] }
    var credits = withheld > 0 ? [(call: call, credit: withheld)] : []
    while let first = queue.first {
      if first.share.isQueued {
        if first.share.withheld > 0 { credits.append((first, first.share.withheld)) }
        first.share.withheld = 0
        if held > limit { break }
        first.share.isQueued = false
      }
      queue.removeFirst()
    }
    return credits
  }
}
