internal import NIOCore
internal import Testing

@testable import RPCTransport

@Suite("Deadlines")
struct DeadlineHeapTests {
  private final class Entry: Expiring {
    let expiry: NIODeadline
    var heapIndex: Int?
    init(_ time: UInt64) { expiry = .uptimeNanoseconds(time) }
    func expire() {}
  }

  @Test(arguments: [1, 7, 1_000])
  func entriesComeOutInOrderWhateverIsTakenOutBefore(count: Int) {
    var random = SystemRandomNumberGenerator()
    var heap = DeadlineHeap()
    var entries = (0..<count).map { _ in Entry(.random(in: 0..<100, using: &random)) }
    for entry in entries { heap.insert(entry) }
    entries.shuffle()
    for entry in entries.prefix(count / 2) { heap.remove(entry) }
    for entry in entries.prefix(count / 2) { heap.remove(entry) }
    #expect(heap.count == count - count / 2)
    var seen: [UInt64] = []
    while let first = heap.first {
      seen.append(first.expiry.uptimeNanoseconds)
      heap.remove(first)
    }
    #expect(seen == entries.dropFirst(count / 2).map(\.expiry.uptimeNanoseconds).sorted())
    #expect(entries.allSatisfy { $0.heapIndex == nil })
  }
}
