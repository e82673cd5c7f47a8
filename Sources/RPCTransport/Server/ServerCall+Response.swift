internal import HTTP2Session
internal import NIOCore
internal import RPCCore

extension ServerCall {
  private static let plainHead = HeaderBlock(ResponseFields.plainHead)
  private static let plainTrailers = HeaderBlock(ResponseFields.plainTrailers)

  func sendInitialMetadata(_ metadata: Metadata) {
    if isOnLoop { sendHeadNow(metadata) } else { hop { $0.sendHeadNow(metadata) } }
  }

  func sendMessage(_ message: ByteBuffer) async throws(RPCError) {
    try MessageFramer.check(message, maximum: connection.messages.maximumSendBytes)
    if let gate { try await gate.acquire(message.readableBytes) }
    if isOnLoop { sendNow(message) } else { hop { $0.sendNow(message) } }
  }

  func respond(initialMetadata: Metadata, message: ByteBuffer, trailingMetadata: Metadata) {
    if isOnLoop {
      respondNow(initialMetadata, message, trailingMetadata)
    } else {
      hop { $0.respondNow(initialMetadata, message, trailingMetadata) }
    }
  }

  private func respondNow(_ initialMetadata: Metadata, _ message: ByteBuffer, _ trailingMetadata: Metadata) {
    do throws(RPCError) {
      try MessageFramer.check(message, maximum: connection.messages.maximumSendBytes)
    } catch {
      return finishNow(error.status, trailingMetadata)
    }
    submit {
      try self.submitHead(initialMetadata)
      try self.connection.session.send(message, on: self.stream)
      try self.submitEnd(.ok, trailingMetadata)
    }
  }

  func finish(_ status: Status, trailingMetadata: Metadata) {
    if isOnLoop { finishNow(status, trailingMetadata) } else { hop { $0.finishNow(status, trailingMetadata) } }
  }

  func finishNow(_ status: Status, _ trailingMetadata: Metadata) {
    submit { try self.submitEnd(status, trailingMetadata) }
  }

  private func sendHeadNow(_ metadata: Metadata) {
    submit { try self.submitHead(metadata) }
  }

  private func sendNow(_ message: ByteBuffer) {
    submit { try self.connection.session.send(message, on: self.stream) }
  }

  private func submitHead(_ metadata: Metadata) throws {
    guard response == .idle else { return }
    let head = metadata.isEmpty ? Self.plainHead : HeaderBlock(ResponseFields.head(metadata))
    try connection.session.submitResponse(head, on: stream)
    response = .open
  }

  private func submitEnd(_ status: Status, _ metadata: Metadata) throws {
    let session = connection.session
    switch response {
    case .ended: return
    case .idle:
      try session.submitResponse(
        HeaderBlock(ResponseFields.trailersOnly(status, metadata)),
        on: stream,
        endStream: true
      )
    case .open:
      let isPlain = status == .ok && metadata.isEmpty
      let trailers = isPlain ? Self.plainTrailers : HeaderBlock(ResponseFields.trailers(status, metadata))
      try session.submitTrailers(trailers, on: stream)
    }
    response = .ended
    connection.batch.cancel(self)
  }

  /// Does something that the session may refuse; then the call ends with an error that it can send.
  private func submit(_ work: () throws -> Void) {
    guard response != .ended else { return }
    do {
      try work()
    } catch {
      failResponse(error)
    }
    connection.setNeedsFlush()
  }

  private func failResponse(_ error: any Error) {
    let status =
      switch error {
      case HTTP2SessionError.headersTooLarge(let bytes, let limit):
        Status(code: .internal, message: "the response's metadata have \(bytes) bytes, more than the limit of \(limit)")
      case HTTP2SessionError.limitReached:
        Status(code: .resourceExhausted, message: "the caller has left too many responses of its connection unread")
      default:
        Status(code: .internal, message: "the response could not be sent")
      }
    do {
      try submitEnd(status, Metadata())
    } catch {
      response = .ended
      connection.session.reset(stream, .internalError)
    }
  }
}
