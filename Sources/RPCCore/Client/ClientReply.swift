/// The reply to a unary call in bytes.
public struct ClientReply: Sendable {
  /// Metadata that came before the message.
  public var initialMetadata: Metadata
  /// The response message, without its length prefix.
  public var message: ReceivedMessage
  /// Metadata that came with the status.
  public var trailingMetadata: Metadata

  /// A reply.
  public init(initialMetadata: Metadata, message: ReceivedMessage, trailingMetadata: Metadata) {
    self.initialMetadata = initialMetadata
    self.message = message
    self.trailingMetadata = trailingMetadata
  }
}
