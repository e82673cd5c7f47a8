/// How a call ended: what stands in its trailers.
public struct Status: Sendable, Hashable {
  /// The code.
  public var code: StatusCode
  /// A message for developers; empty if there is none.
  public var message: String
  /// The serialized `google.rpc.Status` sent as `grpc-status-details-bin`; empty if there is none.
  public var details: [UInt8]

  /// A status.
  public init(code: StatusCode, message: String = "", details: [UInt8] = []) {
    self.code = code
    self.message = message
    self.details = details
  }

  /// Success.
  public static let ok = Status(code: .ok)
}
