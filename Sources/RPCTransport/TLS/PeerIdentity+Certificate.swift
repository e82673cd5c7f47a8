internal import Crypto
internal import NIOSSL
internal import RPCCore
internal import X509

extension PeerIdentity {
  /// Reads a certificate that was verified in the handshake.
  init(_ certificate: NIOSSLCertificate) throws {
    let bytes = try certificate.toDERBytes()
    let parsed = try Certificate(derEncoded: bytes)
    var dnsNames: [String] = []
    var uris: [String] = []
    for name in try parsed.extensions.subjectAlternativeNames ?? SubjectAlternativeNames() {
      switch name {
      case .dnsName(let name): dnsNames.append(name)
      case .uniformResourceIdentifier(let uri): uris.append(uri)
      default: break
      }
    }
    let digits = Array("0123456789abcdef")
    self.init(
      subject: parsed.subject.description,
      dnsNames: dnsNames,
      uris: uris,
      fingerprint: String(SHA256.hash(data: bytes).flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
    )
  }
}
