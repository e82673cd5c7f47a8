internal import Crypto
internal import NIOCore
internal import NIOSSL
internal import RPCCore
internal import X509

extension NIOSSLCertificate {
  /// Who a certificate that was verified in the handshake belongs to.
  func identity() throws(TLSHandshakeError) -> PeerIdentity {
    do {
      let bytes = try toDERBytes()
      let certificate = try Certificate(derEncoded: bytes)
      var dnsNames: [String] = []
      var uris: [String] = []
      for name in try certificate.extensions.subjectAlternativeNames ?? SubjectAlternativeNames() {
        switch name {
        case .dnsName(let name): dnsNames.append(name)
        case .uniformResourceIdentifier(let uri): uris.append(uri)
        default: break
        }
      }
      let digits = Array("0123456789abcdef")
      return PeerIdentity(
        subject: certificate.subject.description,
        dnsNames: dnsNames,
        uris: uris,
        fingerprint: String(SHA256.hash(data: bytes).flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
      )
    } catch {
      throw .unreadableCertificate("\(error)")
    }
  }

  /// Checks that a server's certificate, verified in the handshake, is for its name or address.
  ///
  /// NIOSSL's own check would take the address of the socket for the name: whoever turns the name around to an own address
  /// and has a certificate for that would pass.
  func verify(_ name: ServerName) throws(TLSHandshakeError) {
    let names = try names()
    let isRight =
      switch name {
      case .host(let host): names.cover(host: host)
      case .address(let address): names.cover(address: address)
      }
    guard isRight else { throw .wrongName(expected: name) }
  }

  private func names() throws(TLSHandshakeError) -> CertificateNames {
    do {
      var names = CertificateNames()
      let certificate = try Certificate(derEncoded: toDERBytes())
      for name in try certificate.extensions.subjectAlternativeNames ?? SubjectAlternativeNames() {
        switch name {
        case .dnsName(let name): names.dnsNames.append(name)
        case .ipAddress(let octets):
          let address = try? SocketAddress(packedIPAddress: ByteBuffer(bytes: octets.bytes), port: 0)
          if let text = address?.ipAddress { names.addresses.append(text) }
        default: break
        }
      }
      return names
    } catch {
      throw .unreadableCertificate("\(error)")
    }
  }
}
