/// Who a peer has proved to be by its certificate; the certificate was verified against the authorities of this side.
public struct PeerIdentity: Sendable, Hashable {
  /// The subject's distinguished name as RFC 4514 writes it: `CN=worker,O=RedSail`. Empty where only alternative names are
  /// given.
  public let subject: String
  /// DNS names among the subject's alternative names (RFC 5280 §4.2.1.6), in order.
  public let dnsNames: [String]
  /// URIs among them, in order: a SPIFFE identity such as `spiffe://example.org/worker` is one.
  public let uris: [String]
  /// SHA-256 of the certificate in DER, in lower-case hexadecimal digits.
  public let fingerprint: String

  /// An identity.
  public init(subject: String, dnsNames: [String], uris: [String], fingerprint: String) {
    self.subject = subject
    self.dnsNames = dnsNames
    self.uris = uris
    self.fingerprint = fingerprint
  }
}
