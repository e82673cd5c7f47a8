internal import NIOCore

/// The requests of a call that may have to be sent again, up to a number of bytes (gRFC A6, Memory Management). A value.
struct ReplayBuffer {
  /// From the first on, all that were given.
  private(set) var messages: [ByteBuffer] = []
  private(set) var bytes = 0
  /// False once something was given that is not kept.
  private(set) var isComplete = true
  let limit: Int

  init(limit: Int) { self.limit = limit }

  /// Takes in one more message; false where it and those before are not to be kept, for which `budget` bytes are left.
  mutating func append(_ message: ByteBuffer, budget: Int) -> Bool {
    guard isComplete, bytes + message.readableBytes <= limit, message.readableBytes <= budget else {
      isComplete = false
      return false
    }
    messages.append(message)
    bytes += message.readableBytes
    return true
  }

  /// Lets go of everything; the bytes that were kept.
  mutating func discard() -> Int {
    defer { bytes = 0 }
    messages = []
    isComplete = false
    return bytes
  }
}
