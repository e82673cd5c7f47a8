public import NIOCore

/// Takes the only message out of the body of a request or response that must have exactly one.
public struct SingleMessageDeframer: Sendable {
  private var deframer: MessageDeframer
  private var message: ReceivedMessage?

  /// A deframer that refuses a message above `maximumBytes`.
  public init(maximumBytes: Int, encoding: MessageEncoding = .identity) {
    deframer = MessageDeframer(maximumBytes: maximumBytes, encoding: encoding)
  }

  /// The encoding of a message whose Compressed-Flag is set, from `grpc-encoding`.
  public var encoding: MessageEncoding {
    get { deframer.encoding }
    set { deframer.encoding = newValue }
  }

  /// Takes in the next bytes of the body. Throws what `MessageDeframer.next` throws, and UNIMPLEMENTED at a second
  /// message (grpc/doc/statuscodes.md, cardinality violation).
  public mutating func append(_ bytes: ByteBuffer) throws(RPCError) {
    deframer.append(bytes)
    try take()
  }

  /// Takes in the next bytes of the body; they are copied. Throws as the other `append`.
  public mutating func append(_ bytes: RawSpan) throws(RPCError) {
    deframer.append(bytes)
    try take()
  }

  /// The message, now that the body has ended. Throws UNIMPLEMENTED if there was none, INTERNAL if it broke off.
  public func finish() throws(RPCError) -> ReceivedMessage {
    try deframer.finish()
    guard let message else {
      throw RPCError(code: .unimplemented, message: "the method takes exactly one message in this direction, got none")
    }
    return message
  }

  private mutating func take() throws(RPCError) {
    while let next = try deframer.next() {
      guard message == nil else {
        throw RPCError(
          code: .unimplemented,
          message: "the method takes exactly one message in this direction, got more"
        )
      }
      message = next
    }
  }
}
