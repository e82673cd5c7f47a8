internal import NIOCore
internal import NIOSSL
internal import Synchronization

extension ClientTLS {
  /// Contexts are shared by all connections of the process that have the same configuration: to read the authorities of
  /// the system takes longer than to connect.
  private static let contexts = Mutex<[ClientTLS: TLSContexts]>([:])

  /// Puts TLS before a connection to `address`, of the files as they are now where those can be used.
  func secure(
    _ connection: SessionHandler,
    on pipeline: ChannelPipeline.SynchronousOperations,
    to address: SocketTarget
  ) throws {
    let contexts = Self.contexts.withLock { contexts in
      if let present = contexts[self] { return present }
      let new = TLSContexts(files: [authorityFile, certificateFile, privateKeyFile].compactMap { $0 }) {
        () throws(TLSFileError) in try self.makeContext()
      }
      contexts[self] = new
      return new
    }
    _ = try? contexts.reloadIfChanged()
    let name = ServerName(serverName ?? address.host)
    try pipeline.addHandler(NIOSSLClientHandler(context: contexts.current(), serverHostname: name.indication))
    connection.whenSecured = { certificate in
      guard let certificate else { throw TLSHandshakeError.wrongName(expected: name) }
      try certificate.verify(name)
    }
  }

  private func makeContext() throws(TLSFileError) -> NIOSSLContext {
    var configuration = TLSConfiguration.makeClientConfiguration()
    configuration.requireHTTP2()
    // Names are checked after the handshake, and more strictly.
    configuration.certificateVerification = .noHostnameVerification
    if let authorityFile {
      configuration.trustRoots = .certificates(try TLSConfiguration.certificates(of: authorityFile))
    }
    if let certificateFile {
      let chain = try TLSConfiguration.certificates(of: certificateFile)
      configuration.certificateChain = chain.map { .certificate($0) }
      // A certificate and its key may share a file.
      configuration.privateKey = .privateKey(try TLSConfiguration.privateKey(of: privateKeyFile ?? certificateFile))
    }
    return try configuration.context(
      keyOf: privateKeyFile ?? certificateFile ?? authorityFile ?? "the system's authorities"
    )
  }
}
