internal import RPCCore

extension ClientStream {
  /// The reply of a call that has exactly one response.
  func singleReply() async throws(RPCError) -> ClientReply {
    guard let message = try await nextMessage() else {
      throw RPCError(code: .unimplemented, message: "the server ended the call with OK but sent no response message")
    }
    guard try await nextMessage() == nil else {
      cancel()
      throw RPCError(code: .unimplemented, message: "the server sent more than one response message")
    }
    return ClientReply(
      initialMetadata: try await initialMetadata(),
      message: message,
      trailingMetadata: trailingMetadata
    )
  }
}
