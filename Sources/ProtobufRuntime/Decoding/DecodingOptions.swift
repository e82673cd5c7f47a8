/// Limits of decoding, in force for each message; the defaults suit bytes from strangers.
public struct DecodingOptions: Sendable, Hashable {
  /// Messages inside messages, the outermost not counted. Default 100, as other implementations have it.
  public var maximumNesting = 100

  /// Bytes of working memory for one message. Default 64 MiB. Decoding needs about as many bytes as the message has,
  /// and more where it has many small parts: an empty submessage of two bytes becomes forty or more.
  public var maximumMemory = 64 << 20

  /// The default limits.
  public init() {}

  /// The default limits but for those given.
  public init(maximumNesting: Int = 100, maximumMemory: Int = 64 << 20) {
    self.maximumNesting = maximumNesting
    self.maximumMemory = maximumMemory
  }

  /// Bytes of C stack that decoding may use: protobuf-c takes 0.9 KiB a level, with room for other compilers' frames.
  var stackAllowance: Int { (maximumNesting + 2) * 2048 }
}
