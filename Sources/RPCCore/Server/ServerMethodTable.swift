/// Finds a method by the bytes of its path, so that a call needs no string for it: a hash table with linear probing.
struct ServerMethodTable: Sendable {
  private var methods: [ServerMethod] = []
  /// The index of a method plus one, or zero for a free slot; the count is a power of two and at least twice `methods.count`.
  private var slots: [Int32] = [0, 0]

  mutating func insert(_ method: ServerMethod) {
    if let index = methods.firstIndex(where: { $0.method.path == method.method.path }) {
      methods[index] = method
      return
    }
    methods.append(method)
    var size = slots.count
    while size < methods.count * 2 { size *= 2 }
    slots = Array(repeating: 0, count: size)
    for (index, method) in methods.enumerated() {
      var slot = Self.hash(method.method.path.utf8.span) & (size - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (size - 1) }
      slots[slot] = Int32(index + 1)
    }
  }

  func method(at path: Span<UInt8>) -> ServerMethod? {
    var slot = Self.hash(path) & (slots.count - 1)
    while slots[slot] != 0 {
      let method = methods[Int(slots[slot]) - 1]
      if Self.areEqual(path, method.method.path.utf8.span) { return method }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  /// FNV-1a. An attacker who chooses paths gains nothing: the table holds only what the server registered.
  private static func hash(_ bytes: Span<UInt8>) -> Int {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for index in bytes.indices { hash = (hash ^ UInt64(bytes[index])) &* 0x100_0000_01b3 }
    return Int(truncatingIfNeeded: hash ^ (hash >> 32))
  }

  private static func areEqual(_ left: Span<UInt8>, _ right: Span<UInt8>) -> Bool {
    guard left.count == right.count else { return false }
    for index in left.indices where left[index] != right[index] { return false }
    return true
  }
}
