/// A stream of random numbers that depends on its seed alone (SplitMix64), so that every run plays the same year.
///
/// Each record seeds a stream of its own: what is drawn for one never depends on how many others were drawn before.
struct SeededRandom: RandomNumberGenerator {
  private var state: UInt64

  init(_ kind: StaticString, _ index: Int) {
    self.init(hash: kind.withUTF8Buffer { Self.hash($0) }, index)
  }

  init(text: String, _ index: Int) {
    self.init(hash: Self.hash(text.utf8), index)
  }

  /// FNV-1a.
  private static func hash(_ bytes: some Sequence<UInt8>) -> UInt64 {
    bytes.reduce(14_695_981_039_346_656_037) { ($0 ^ UInt64($1)) &* 1_099_511_628_211 }
  }

  private init(hash: UInt64, _ index: Int) {
    state = hash &+ UInt64(bitPattern: Int64(index)) &* 0x9E37_79B9_7F4A_7C15
    _ = next()
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A number of `range`, each about as likely.
  mutating func pick(_ range: Range<Int>) -> Int {
    range.lowerBound + Int(next() % UInt64(range.count))
  }

  /// One of `choices`.
  mutating func pick<Choice>(_ choices: [Choice]) -> Choice {
    choices[pick(0..<choices.count)]
  }
}
