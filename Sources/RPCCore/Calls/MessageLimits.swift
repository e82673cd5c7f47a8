/// The largest messages, in bytes, that one side of a call sends and accepts.
public struct MessageLimits: Sendable, Hashable {
  /// The largest message accepted, as it comes and after decompression; 4 MiB unless set, gRPC's usual default. A larger
  /// one ends the call with RESOURCE_EXHAUSTED; of a compressed one no more than this is ever inflated.
  public var maximumReceiveBytes: Int
  /// The largest message sent, as it goes out; by default the 4 GiB - 1 that the length prefix can express. A larger one ends the
  /// call with RESOURCE_EXHAUSTED.
  public var maximumSendBytes: Int

  /// Limits; by default gRPC's usual ones.
  public init(maximumReceiveBytes: Int = 4 << 20, maximumSendBytes: Int = Int(UInt32.max)) {
    self.maximumReceiveBytes = maximumReceiveBytes
    self.maximumSendBytes = maximumSendBytes
  }
}
