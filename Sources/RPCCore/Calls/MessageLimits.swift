/// The largest messages, in bytes before compression, that one side of a call sends and accepts.
public struct MessageLimits: Sendable, Hashable {
  /// The largest message accepted; 4 MiB unless set, gRPC's usual default. A larger one ends the call with
  /// RESOURCE_EXHAUSTED.
  public var maximumReceiveBytes: Int
  /// The largest message sent; by default the 4 GiB - 1 that the length prefix can express. A larger one ends the
  /// call with RESOURCE_EXHAUSTED.
  public var maximumSendBytes: Int

  /// Limits; by default gRPC's usual ones.
  public init(maximumReceiveBytes: Int = 4 << 20, maximumSendBytes: Int = Int(UInt32.max)) {
    self.maximumReceiveBytes = maximumReceiveBytes
    self.maximumSendBytes = maximumSendBytes
  }
}
