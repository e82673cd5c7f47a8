internal import NIOCore
internal import NIOSSL

extension ClientTLS {
  /// The contexts for this configuration's files; nothing is read yet.
  var contexts: TLSContexts {
    TLSContexts(files: [authorityFile, certificateFile, privateKeyFile].compactMap { $0 }) {
      () throws(TLSFileError) in try self.makeContext()
    }
  }

  private func makeContext() throws(TLSFileError) -> NIOSSLContext {
    var configuration = TLSConfiguration.makeClientConfiguration()
    configuration.requireHTTP2()
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
