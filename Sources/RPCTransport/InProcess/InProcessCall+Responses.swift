internal import NIOCore
internal import RPCCore

extension InProcessCall {
  /// Response-Headers reach the client.
  func receiveHead(_ fields: [HeaderField]) {
    var reader = ResponseHeadReader()
    for field in fields { reader.add(name: field.name.utf8.span, value: field.value.utf8.span) }
    state.withLock { $0.headHasCome = true }
    switch reader.finishHead(endsStream: false) {
    case .interim: return
    case .initialMetadata(let metadata, let encoding):
      state.withLock { $0.responseDeframer.encoding = encoding }
      initialMetadata.complete(.success(metadata))
    case .end(let status, let trailing): end(status, trailing, discardingQueue: false, reason: .peer)
    }
  }

  /// The server sends one response, once the client's window has room for it.
  func sendResponse(_ message: ByteBuffer) async throws(RPCError) {
    try MessageFramer.check(message, maximum: serverLimits.maximumSendBytes)
    try await responseGate.acquire(message.readableBytes)
    receiveResponse(message)
  }

  /// Response bytes reach the client.
  func receiveResponse(_ bytes: ByteBuffer) {
    let result = state.withLock { state -> Result<[ReceivedMessage], RPCError> in
      guard !state.isEnded else { return .success([]) }
      return Result { () throws(RPCError) in
        state.responseDeframer.append(bytes)
        var messages: [ReceivedMessage] = []
        while let message = try state.responseDeframer.next() { messages.append(message) }
        return messages
      }
    }
    switch result {
    case .success(let messages): for message in messages { responses.push(message) }
    case .failure(let error): end(error, reason: .peer)
    }
  }

  /// The status reaches the client, as Trailers-Only if nothing came before.
  func receiveTrailers(_ status: Status, _ metadata: Metadata) {
    guard state.withLock({ $0.headHasCome }) else {
      return receiveFinal(ResponseFields.trailersOnly(status, metadata))
    }
    var reader = ResponseHeadReader()
    for field in ResponseFields.trailers(status, metadata) {
      reader.add(name: field.name.utf8.span, value: field.value.utf8.span)
    }
    let (status, metadata) = reader.finishTrailers()
    end(status, metadata, discardingQueue: false, reason: nil)
  }

  /// The only header block of a response reaches the client.
  func receiveFinal(_ fields: [HeaderField]) {
    var reader = ResponseHeadReader()
    for field in fields { reader.add(name: field.name.utf8.span, value: field.value.utf8.span) }
    guard case .end(let status, let metadata) = reader.finishHead(endsStream: true) else { return }
    end(status, metadata, discardingQueue: false, reason: nil)
  }

  /// The next response, for the client; taking it gives the server room for more.
  func nextResponse() async throws(RPCError) -> ReceivedMessage? {
    guard let message = try await responses.next(onCancel: { self.cancel() }).get() else { return nil }
    responseGate.release(MessageFramer.prefixLength + message.bytes.readableBytes)
    return message
  }
}
