/// How many messages went one way in a call, and their size.
public struct MessageTally: Sendable, Hashable {
  /// The number of messages.
  public private(set) var messages = 0
  /// Their bytes in all, before compression and without length prefixes.
  public private(set) var bytes = 0

  /// How many of them came compressed; those sent are not counted.
  public private(set) var compressed = 0

  /// Nothing so far.
  public init() {}

  /// Counts one message.
  public mutating func count(_ bytes: Int, isCompressed: Bool = false) {
    messages += 1
    if isCompressed { compressed += 1 }
    self.bytes += bytes
  }
}
