extension ServerContext {
  /// Whether the caller reads responses in an encoding (`grpc-accept-encoding`).
  public func accepts(_ encoding: MessageEncoding) -> Bool { acceptedEncodings.contains(encoding) }

  /// Compresses the responses of this call from now on; by default they are not compressed.
  ///
  /// Where the caller does not read the encoding they stay as they are (grpc/doc/compression.md), and so does a response
  /// that would not become shorter. Setting it after the first response or the initial metadata throws
  /// FAILED_PRECONDITION, since the headers name the encoding.
  public func setResponseCompression(_ encoding: MessageEncoding) throws(RPCError) {
    let isSent = state.withLock { state in
      if !state.initialMetadataIsSent {
        responseEncoding.store(accepts(encoding) ? encoding : .identity, ordering: .relaxed)
      }
      return state.initialMetadataIsSent
    }
    guard !isSent else {
      throw RPCError(code: .failedPrecondition, message: "the headers of \(method) have been sent already")
    }
  }
}
