public import ProtobufRuntime

/// The response of a unary call with its metadata.
public struct UnaryResponse<Response: Message>: Sendable {
  /// The response.
  public let message: Response
  /// Whether the response came compressed.
  public let isCompressed: Bool
  /// Metadata that came before the message.
  public let initialMetadata: Metadata
  /// Metadata that came with the status.
  public let trailingMetadata: Metadata

  @usableFromInline
  init(message: Response, isCompressed: Bool, initialMetadata: Metadata, trailingMetadata: Metadata) {
    self.message = message
    self.isCompressed = isCompressed
    self.initialMetadata = initialMetadata
    self.trailingMetadata = trailingMetadata
  }
}
