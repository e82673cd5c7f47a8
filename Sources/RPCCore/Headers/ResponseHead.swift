/// What a header block of a response means.
public enum ResponseHead: Sendable {
  /// An interim response (1xx): to be skipped.
  case interim
  /// Response-Headers: messages or trailers follow; those messages whose flag says so are compressed with the encoding.
  case initialMetadata(Metadata, encoding: MessageEncoding)
  /// The call is over: Trailers, Trailers-Only, or something that is not gRPC and mapped to a status. Where the stream
  /// has not ended yet it is to be reset.
  case end(Status, trailingMetadata: Metadata)
}
