/// How many messages went one way in a call, and their size.
public struct MessageTally: Sendable, Hashable {
  /// The number of messages.
  public private(set) var messages = 0
  /// Their bytes in all, without length prefixes.
  public private(set) var bytes = 0

  /// Nothing so far.
  public init() {}

  /// Counts one message.
  public mutating func count(_ bytes: Int) {
    messages += 1
    self.bytes += bytes
  }
}
