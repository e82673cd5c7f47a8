public import NIOCore

/// Sends the response of one call, in the order that gRPC asks for, and stops sending once the call is over.
@usableFromInline
struct ServerResponder: Sendable {
  @usableFromInline let context: ServerContext
  let stream: any ServerStream

  /// The next request message; nil after the last one.
  @usableFromInline
  func nextMessage() async throws(RPCError) -> ByteBuffer? {
    do throws(RPCError) {
      guard let message = try await stream.nextMessage() else { return nil }
      let bytes = message.isCompressed ? try await decompress(message) : message.bytes
      context.countReceived(bytes, isCompressed: message.isCompressed)
      return bytes
    } catch {
      throw context.cancellation?.error ?? error
    }
  }

  /// Sends one framed message of a stream, behind the initial metadata if they have not been sent.
  @usableFromInline
  func send(_ message: ByteBuffer, compressed: Bool) async throws(RPCError) {
    let (initial, cancellation) = context.state.withLock { state -> (Metadata?, CancellationReason?) in
      if state.isFinished { return (nil, state.cancellation ?? .peer) }
      state.sent.count(message.readableBytes - MessageFramer.prefixLength)
      defer { state.initialMetadataIsSent = true }
      return (state.initialMetadataIsSent ? nil : state.initialMetadata, nil)
    }
    if let cancellation { throw cancellation.error }
    if let initial { stream.sendInitialMetadata(head(initial)) }
    do throws(RPCError) {
      try await stream.sendMessage(compressed && compresses ? compress(message) : message)
    } catch {
      throw context.cancellation?.error ?? error
    }
  }

  /// Ends the call with its only, framed, message, which has been counted.
  @usableFromInline
  func respond(with message: ByteBuffer) {
    let metadata = context.state.withLock { state -> (initial: Metadata, trailing: Metadata)? in
      guard !state.isFinished else { return nil }
      state.isFinished = true
      return (state.initialMetadata, state.trailers)
    }
    guard let metadata else { return }
    stream.respond(initialMetadata: head(metadata.initial), message: message, trailingMetadata: metadata.trailing)
  }

  /// Ends the call with an error, or well with nil.
  func finish(_ error: RPCError?) {
    let metadata = context.state.withLock { state -> (Metadata?, Metadata)? in
      guard !state.isFinished else { return nil }
      state.isFinished = true
      defer { state.initialMetadataIsSent = true }
      let needsInitial = !state.initialMetadataIsSent && (error == nil || !state.initialMetadata.isEmpty)
      return (needsInitial ? state.initialMetadata : nil, state.trailers)
    }
    guard let (initial, ownTrailing) = metadata else { return }
    var trailing = ownTrailing
    if let initial { stream.sendInitialMetadata(head(initial)) }
    if let error { trailing.add(contentsOf: error.metadata) }
    stream.finish(error?.status ?? .ok, trailingMetadata: trailing)
  }
}
