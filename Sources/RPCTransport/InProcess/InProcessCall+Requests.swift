internal import NIOCore
internal import RPCCore

extension InProcessCall {
  /// Sends the request's headers to the server, which starts the handler or refuses the call.
  func open(_ method: RPCMethod, metadata: Metadata, deadline: Deadline?, router: RPCRouter) {
    var reader = RequestHeadReader(router: router)
    let fields = RequestFields.head(
      path: method.path,
      scheme: "http",
      authority: "inprocess",
      timeout: deadline?.remaining,
      userAgent: UserAgent.library,
      encoding: compression,
      metadata: metadata
    )
    for field in fields { reader.add(name: field.name.utf8.span, value: field.value.utf8.span) }
    switch reader.finish() {
    case .success(let head): accept(head, clientDeadline: deadline)
    case .failure(let refusal): receiveFinal(ResponseFields.refusal(refusal))
    }
  }

  private func accept(_ head: RequestHead, clientDeadline: Deadline?) {
    let context = ServerContext(head, peer: Self.peer, deadline: head.timeout.map(Deadline.after))
    let timer = clientDeadline.map { deadline in
      Task {
        try? await Task.sleep(for: deadline.remaining)
        if !Task.isCancelled { self.end(CancellationReason.deadline.error, reason: .deadline) }
      }
    }
    state.withLock { state in
      state.context = context
      state.serverMethod = head.method
      state.deadlineTimer = timer
      let maximumBytes = serverLimits.maximumReceiveBytes
      state.requestBody =
        head.method.method.kind.hasSingleRequest
        ? .single(SingleMessageDeframer(maximumBytes: maximumBytes, encoding: head.encoding))
        : .stream(MessageDeframer(maximumBytes: maximumBytes, encoding: head.encoding))
    }
    if !head.method.method.kind.hasSingleRequest { start(nil) }
  }

  private func start(_ request: ReceivedMessage?) {
    let (method, context) = state.withLock { ($0.serverMethod, $0.context) }
    guard let method, let context else { return }
    let handle = method.start(
      request: request,
      context: context,
      stream: InProcessServerStream(self),
      executor: nil
    )
    let reason = state.withLock { state in
      state.handle = handle
      return state.endReason
    }
    // The call may have been cancelled before its handle was there.
    if let reason { handle.cancel(reason) }
  }

  /// The client sends one request, once the server's window has room for it.
  func send(_ message: ByteBuffer, compressed: Bool) async throws(RPCError) {
    let message = compressed ? MessageCompression.compress(message, with: compression) : message
    try MessageFramer.check(message, maximum: clientLimits.maximumSendBytes)
    guard !state.withLock({ $0.isRequestEnded }) else {
      throw RPCError(code: .failedPrecondition, message: "the sending side of the call has been finished already")
    }
    try await requestGate.acquire(message.readableBytes)
    receive(message)
  }

  /// Request bytes reach the server.
  func receive(_ bytes: ByteBuffer) {
    let result = state.withLock { state -> Result<[ReceivedMessage], RPCError> in
      guard !state.isEnded else { return .success([]) }
      return Result { () throws(RPCError) in try state.requestBody.append(bytes) }
    }
    switch result {
    case .success(let messages): for message in messages { requests.push(message) }
    case .failure(let error): refuse(error)
    }
  }

  /// The client's half-close reaches the server.
  func receiveEnd() {
    let result = state.withLock { state -> Result<ReceivedMessage?, RPCError> in
      guard !state.isEnded, !state.isRequestEnded else { return .success(nil) }
      state.isRequestEnded = true
      return Result { () throws(RPCError) in try state.requestBody.finish() }
    }
    switch result {
    case .success(let message?): start(message)
    case .success(nil): requests.finish()
    case .failure(let error): refuse(error)
    }
  }

  /// The next request, for the handler; taking it gives the client room for more.
  func nextRequest() async throws(RPCError) -> ReceivedMessage? {
    guard let message = try await requests.next().get() else { return nil }
    requestGate.release(MessageFramer.prefixLength + message.bytes.readableBytes)
    return message
  }

  /// The server finds the request wrong: a handler that runs is told where it reads on; otherwise the client is.
  private func refuse(_ error: RPCError) {
    if state.withLock({ $0.handle != nil }) {
      requests.fail(error, discardingQueue: false)
    } else {
      receiveTrailers(error.status, error.metadata)
    }
  }
}

extension InProcessCall.RequestBody {
  mutating func append(_ bytes: ByteBuffer) throws(RPCError) -> [ReceivedMessage] {
    switch self {
    case .single(var deframer):
      try deframer.append(bytes)
      self = .single(deframer)
      return []
    case .stream(var deframer):
      deframer.append(bytes)
      var messages: [ReceivedMessage] = []
      while let message = try deframer.next() { messages.append(message) }
      self = .stream(deframer)
      return messages
    }
  }

  mutating func finish() throws(RPCError) -> ReceivedMessage? {
    switch self {
    case .single(let deframer): return try deframer.finish()
    case .stream(let deframer):
      try deframer.finish()
      return nil
    }
  }
}
