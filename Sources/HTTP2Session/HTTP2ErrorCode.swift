/// An HTTP/2 error code as carried by RST_STREAM and GOAWAY (RFC 9113 §7).
public struct HTTP2ErrorCode: RawRepresentable, Sendable, Hashable, CustomStringConvertible {
  /// The number on the wire.
  public let rawValue: UInt32

  /// Wraps a number from the wire; unknown numbers are kept.
  public init(rawValue: UInt32) {
    self.rawValue = rawValue
  }

  /// The stream or connection ends without an error.
  public static let noError = HTTP2ErrorCode(rawValue: 0x0)
  /// The peer broke the protocol.
  public static let protocolError = HTTP2ErrorCode(rawValue: 0x1)
  /// The sender failed for a reason of its own.
  public static let internalError = HTTP2ErrorCode(rawValue: 0x2)
  /// The peer sent more than its flow-control window allowed.
  public static let flowControlError = HTTP2ErrorCode(rawValue: 0x3)
  /// A frame has a size that its type does not allow.
  public static let frameSizeError = HTTP2ErrorCode(rawValue: 0x6)
  /// The stream was not processed at all and may be tried again.
  public static let refusedStream = HTTP2ErrorCode(rawValue: 0x7)
  /// The stream is no longer wanted.
  public static let cancel = HTTP2ErrorCode(rawValue: 0x8)
  /// The peer behaves in a way that might generate too much load.
  public static let enhanceYourCalm = HTTP2ErrorCode(rawValue: 0xb)
  /// The connection is not secure enough.
  public static let inadequateSecurity = HTTP2ErrorCode(rawValue: 0xc)

  private static let names = [
    "NO_ERROR", "PROTOCOL_ERROR", "INTERNAL_ERROR", "FLOW_CONTROL_ERROR", "SETTINGS_TIMEOUT", "STREAM_CLOSED",
    "FRAME_SIZE_ERROR", "REFUSED_STREAM", "CANCEL", "COMPRESSION_ERROR", "CONNECT_ERROR", "ENHANCE_YOUR_CALM",
    "INADEQUATE_SECURITY", "HTTP_1_1_REQUIRED",
  ]

  /// The name of RFC 9113 §7, or the number where the code is unknown.
  public var description: String {
    Self.names.indices.contains(Int(rawValue)) ? Self.names[Int(rawValue)] : "HTTP/2 error \(rawValue)"
  }
}
