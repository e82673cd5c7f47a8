internal import NIOSSL

extension ServerTLS {
  /// The contexts for this configuration's files; nothing is read yet.
  var contexts: TLSContexts {
    TLSContexts(files: [certificateFile, privateKeyFile] + (clientAuthorityFile.map { [$0] } ?? [])) {
      () throws(TLSFileError) in try self.makeContext()
    }
  }

  private func makeContext() throws(TLSFileError) -> NIOSSLContext {
    var configuration = TLSConfiguration.makeServerConfiguration(
      certificateChain: try TLSConfiguration.certificates(of: certificateFile).map { .certificate($0) },
      privateKey: .privateKey(try TLSConfiguration.privateKey(of: privateKeyFile))
    )
    configuration.requireHTTP2()
    if let clientAuthorityFile {
      configuration.trustRoots = .certificates(try TLSConfiguration.certificates(of: clientAuthorityFile))
      configuration.certificateVerification =
        requiresClientCertificate ? .noHostnameVerification : .optionalVerification
      configuration.sendCANameList = true
    }
    return try configuration.context(keyOf: privateKeyFile)
  }
}
