internal import NIOCore

/// Something that ends at a moment, and keeps its place in a ``DeadlineHeap`` so that it can be taken out.
protocol Expiring: AnyObject {
  var expiry: NIODeadline { get }
  /// Place in the heap; nil while not in one. Set by the heap only.
  var heapIndex: Int? { get set }
  func expire()
}

/// The deadlines of an event loop's calls, earliest first.
///
/// NIO's own timers search their whole queue to cancel one; most calls end long before their deadline.
struct DeadlineHeap {
  private var entries: [any Expiring] = []

  var first: (any Expiring)? { entries.first }
  var count: Int { entries.count }

  mutating func insert(_ entry: any Expiring) {
    entries.append(entry)
    entry.heapIndex = entries.count - 1
    siftUp(entries.count - 1)
  }

  mutating func remove(_ entry: any Expiring) {
    guard let index = entry.heapIndex else { return }
    entry.heapIndex = nil
    let last = entries.removeLast()
    guard index < entries.count else { return }
    entries[index] = last
    last.heapIndex = index
    siftUp(index)
    siftDown(index)
  }

  private mutating func siftUp(_ start: Int) {
    var index = start
    while index > 0 {
      let parent = (index - 1) / 2
      guard entries[index].expiry < entries[parent].expiry else { return }
      exchange(index, parent)
      index = parent
    }
  }

  private mutating func siftDown(_ start: Int) {
    var index = start
    while true {
      var smallest = index
      for child in [2 * index + 1, 2 * index + 2]
      where child < entries.count && entries[child].expiry < entries[smallest].expiry {
        smallest = child
      }
      guard smallest != index else { return }
      exchange(index, smallest)
      index = smallest
    }
  }

  private mutating func exchange(_ left: Int, _ right: Int) {
    entries.swapAt(left, right)
    entries[left].heapIndex = left
    entries[right].heapIndex = right
  }
}
