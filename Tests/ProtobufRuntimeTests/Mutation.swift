/// A generator of pseudo-random numbers with a seed (SplitMix64), so that a failure can be repeated.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var value = state
    value = (value ^ (value >> 30)) &* 0xbf58_476d_1ce4_e5b9
    value = (value ^ (value >> 27)) &* 0x94d0_49bb_1331_11eb
    return value ^ (value >> 31)
  }
}

/// Small damage to bytes: what a broken or hostile peer sends.
enum Mutation {
  static func mutate(_ bytes: [UInt8], with other: [UInt8], using generator: inout SeededGenerator) -> [UInt8] {
    var result = bytes
    for _ in 0...Int.random(in: 0..<4, using: &generator) {
      let position = Int.random(in: 0...result.count, using: &generator)
      switch Int.random(in: 0..<7, using: &generator) {
      case 0 where position < result.count:
        result[position] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
      case 1 where position < result.count:
        result[position] = [0, 1, 0x7f, 0x80, 0xff, 0x0a, 0x0b, 0x0c].randomElement(using: &generator) ?? 0
      case 2:
        result.insert(UInt8.random(in: 0...255, using: &generator), at: position)
      case 3 where position < result.count:
        result.removeSubrange(position..<min(result.count, position + Int.random(in: 1...8, using: &generator)))
      case 4:
        result.removeSubrange(position...)
      case 5:
        let end = Int.random(in: position...result.count, using: &generator)
        result.insert(contentsOf: result[position..<end], at: position)
      default:
        let start = Int.random(in: 0...other.count, using: &generator)
        result.insert(contentsOf: other[start...].prefix(40), at: position)
      }
    }
    return result
  }
}
