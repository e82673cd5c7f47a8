internal import Crypto
internal import Foundation
internal import SwiftASN1
internal import X509

/// A certificate authority that lives as long as a test, and the files of what it issues.
struct TestAuthority {
  /// The files of a certificate and its key.
  struct Issued {
    var certificate: String
    var key: String
    /// SHA-256 of the certificate in DER.
    var fingerprint: String
  }

  let folder: URL
  /// The authority's own certificate.
  let file: String

  private let key = Certificate.PrivateKey(P256.Signing.PrivateKey())
  private let name: DistinguishedName

  init(_ commonName: String = "Test Authority") throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "redsail-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    file = folder.appending(path: "authority.pem").path
    name = try DistinguishedName { CommonName(commonName) }
    let certificate = try Certificate(
      version: .v3,
      serialNumber: .init(),
      publicKey: key.publicKey,
      notValidBefore: .now - 3_600,
      notValidAfter: .now + 3_600,
      issuer: name,
      subject: name,
      signatureAlgorithm: .ecdsaWithSHA256,
      extensions: try Certificate.Extensions {
        Critical(BasicConstraints.isCertificateAuthority(maxPathLength: nil))
        Critical(KeyUsage(keyCertSign: true))
      },
      issuerPrivateKey: key
    )
    try certificate.serializeAsPEM().pemString.write(toFile: file, atomically: true, encoding: .utf8)
  }

  func remove() {
    try? FileManager.default.removeItem(at: folder)
  }

  /// Issues a certificate for both sides; files of the same name are replaced.
  func issue(
    _ fileName: String,
    commonName: String,
    dnsNames: [String] = [],
    uris: [String] = [],
    onLoopback: Bool = false
  ) throws -> Issued {
    let own = P256.Signing.PrivateKey()
    var names: [GeneralName] = dnsNames.map { .dnsName($0) } + uris.map { .uniformResourceIdentifier($0) }
    if onLoopback { names.append(.ipAddress(ASN1OctetString(contentBytes: [127, 0, 0, 1]))) }
    let certificate = try Certificate(
      version: .v3,
      serialNumber: .init(),
      publicKey: Certificate.PrivateKey(own).publicKey,
      notValidBefore: .now - 3_600,
      notValidAfter: .now + 3_600,
      issuer: name,
      subject: try DistinguishedName {
        OrganizationName("RedSail")
        CommonName(commonName)
      },
      signatureAlgorithm: .ecdsaWithSHA256,
      extensions: try Certificate.Extensions {
        SubjectAlternativeNames(names)
        try ExtendedKeyUsage([.serverAuth, .clientAuth])
      },
      issuerPrivateKey: key
    )
    var der = DER.Serializer()
    try der.serialize(certificate)
    let issued = Issued(
      certificate: folder.appending(path: "\(fileName).pem").path,
      key: folder.appending(path: "\(fileName).key").path,
      fingerprint: SHA256.hash(data: der.serializedBytes).map { String(format: "%02x", $0) }.joined()
    )
    try certificate.serializeAsPEM().pemString.write(toFile: issued.certificate, atomically: true, encoding: .utf8)
    try own.pemRepresentation.write(toFile: issued.key, atomically: true, encoding: .utf8)
    return issued
  }

  /// A certificate that a server on this machine can use.
  func issueForLoopback(_ fileName: String = "server") throws -> Issued {
    try issue(fileName, commonName: "server", dnsNames: ["localhost", "redsail.test"], onLoopback: true)
  }
}
