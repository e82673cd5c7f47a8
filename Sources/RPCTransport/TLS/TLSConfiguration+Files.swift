internal import Foundation
internal import NIOSSL

extension TLSConfiguration {
  /// What both sides have in common. RFC 9113 §9.2 asks for TLS 1.2 or later, and lists the suites of 1.2 not to be used:
  /// all without ephemeral keys or authenticated encryption.
  mutating func requireHTTP2() {
    minimumTLSVersion = .tlsv12
    cipherSuites = "ECDH+AESGCM:ECDH+CHACHA20"
    applicationProtocols = ["h2"]
    // GOAWAY has ended the connection in good order by then (RFC 8446 §6.1 asks nobody to wait), and gRPC's own
    // implementations never answer a close_notify: each would hold up a close for all of this time.
    shutdownTimeout = .milliseconds(10)
  }

  static func certificates(of file: String) throws(TLSFileError) -> [NIOSSLCertificate] {
    let bytes = try read(file)
    do {
      let certificates = try NIOSSLCertificate.fromPEMBytes(bytes)
      if !certificates.isEmpty { return certificates }
    } catch {}
    throw TLSFileError(file: file, reason: "it has no certificates in PEM")
  }

  static func privateKey(of file: String) throws(TLSFileError) -> NIOSSLPrivateKey {
    let bytes = try read(file)
    do {
      return try NIOSSLPrivateKey(bytes: bytes, format: .pem)
    } catch {
      throw TLSFileError(file: file, reason: "it has no private key in PEM that is not encrypted")
    }
  }

  private static func read(_ file: String) throws(TLSFileError) -> [UInt8] {
    do {
      return Array(try Data(contentsOf: URL(filePath: file)))
    } catch {
      throw TLSFileError(file: file, reason: "it cannot be read")
    }
  }

  /// A context; `file` is the one to blame, since certificates and key have been read by now.
  func context(keyOf file: String) throws(TLSFileError) -> NIOSSLContext {
    do {
      return try NIOSSLContext(configuration: self)
    } catch {
      throw TLSFileError(file: file, reason: "certificate and private key do not belong together")
    }
  }
}
