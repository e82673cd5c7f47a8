/// Identifies a request that may arrive more than once (AIP-155).
public struct IdempotencyKey: Sendable, Hashable {
  /// Who asks: two callers may use the same id.
  public let caller: String

  /// The request's `request_id`.
  public let requestID: String

  /// The full name of the method.
  public let method: String

  /// A collision-resistant digest of the request without its `request_id`.
  public let fingerprint: [UInt8]

  /// Makes a key.
  public init(caller: String, requestID: String, method: String, fingerprint: [UInt8]) {
    self.caller = caller
    self.requestID = requestID
    self.method = method
    self.fingerprint = fingerprint
  }

  /// How long answers are kept at least, in days.
  public static let minimumRetentionDays: Int64 = 30
}
