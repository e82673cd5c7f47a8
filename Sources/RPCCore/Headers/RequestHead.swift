/// What the headers of an accepted request say.
public struct RequestHead: Sendable {
  /// The method called.
  public let method: ServerMethod
  /// The custom metadata.
  public let metadata: Metadata
  /// The time that the caller gives the call (`grpc-timeout`); nil if it sets no limit.
  public let timeout: Duration?
  /// How those messages are compressed whose flag says so (`grpc-encoding`).
  public let encoding: MessageEncoding
  /// The encodings that the caller reads (`grpc-accept-encoding`).
  package let acceptedEncodings: AcceptedEncodings
  /// How often the caller has tried before (`grpc-previous-rpc-attempts`); 0 at the first attempt.
  public let previousAttempts: Int
  /// The value of `:authority`, or else of `host`; empty if there was neither.
  public let authority: String
  /// The value of `user-agent`; empty if there was none.
  public let userAgent: String
}
