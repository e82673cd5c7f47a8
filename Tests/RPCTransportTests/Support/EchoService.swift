internal import RPCCore

/// A service with one method of each kind and some that behave badly.
struct EchoService: RPCService {
  static let echo = MethodDescriptor<Payload, Payload>(service: "test.Echo", name: "Echo", kind: .unary)
  static let fail = MethodDescriptor<Payload, Payload>(service: "test.Echo", name: "Fail", kind: .unary)
  static let leak = MethodDescriptor<Payload, Payload>(service: "test.Echo", name: "Leak", kind: .unary)
  static let wait = MethodDescriptor<Payload, Payload>(service: "test.Echo", name: "Wait", kind: .unary)
  static let gated = MethodDescriptor<Payload, Payload>(service: "test.Echo", name: "Gated", kind: .unary)
  static let whoAmI = MethodDescriptor<Payload, Payload>(service: "test.Echo", name: "WhoAmI", kind: .unary)
  static let collect = MethodDescriptor<Payload, Payload>(service: "test.Echo", name: "Collect", kind: .clientStreaming)
  static let repeated = MethodDescriptor<Payload, Payload>(service: "test.Echo", name: "Repeat", kind: .serverStreaming)
  static let chat = MethodDescriptor<Payload, Payload>(
    service: "test.Echo",
    name: "Chat",
    kind: .bidirectionalStreaming
  )

  static let serviceDescriptor = ServiceDescriptor(
    name: "test.Echo",
    methods: [
      echo.method, fail.method, leak.method, wait.method, gated.method, whoAmI.method, collect.method, repeated.method,
      chat.method,
    ]
  )

  var probe = Probe()

  func register(in router: inout RPCRouter) {
    router.unary(Self.echo) { try await echo($0, $1) }
    router.unary(Self.fail) { try await fail($0, $1) }
    router.unary(Self.leak) { _, _ in throw Secret() }
    router.unary(Self.wait) { try await wait($0, $1) }
    router.unary(Self.gated) { request, _ in
      probe.report("started")
      await probe.wait(for: "open")
      return request
    }
    router.unary(Self.whoAmI) { _, context in
      guard let identity = context.peer.identity else { return Payload("nobody") }
      let lines = [identity.subject, identity.fingerprint] + identity.dnsNames + identity.uris
      return Payload(lines.joined(separator: "\n"))
    }
    router.clientStreaming(Self.collect) { try await collect($0, $1) }
    router.serverStreaming(Self.repeated) { try await repeated($0, $1, $2) }
    router.bidirectionalStreaming(Self.chat) { requests, responses, _ in
      for try await request in requests { try await responses.write(request) }
    }
  }

  /// Gives the request back; metadata whose keys begin with `x-` come back before it, those with `t-` after it.
  private func echo(_ request: Payload, _ context: ServerContext) async throws -> Payload {
    var initial = Metadata()
    var trailing = Metadata()
    for entry in context.metadata {
      switch (entry.key.first, entry.value) {
      case ("x", .text(let text)): try initial.add(text, for: entry.key)
      case ("x", .binary(let bytes)): try initial.add(binary: bytes, for: entry.key)
      case ("t", .text(let text)): try trailing.add(text, for: entry.key)
      case ("t", .binary(let bytes)): try trailing.add(binary: bytes, for: entry.key)
      default: break
      }
    }
    if !initial.isEmpty { try context.setInitialMetadata(initial) }
    if !trailing.isEmpty { context.setTrailingMetadata(trailing) }
    return request
  }

  /// Fails with the code whose number is the request, and a message that has to be escaped.
  private func fail(_ request: Payload, _ context: ServerContext) async throws -> Payload {
    var metadata = Metadata()
    try metadata.add("why", for: "t-reason")
    let code = Int(request.text).flatMap(StatusCode.init(rawValue:)) ?? .unknown
    throw RPCError(code: code, message: "漏水 100% \n", metadata: metadata)
  }

  /// Waits until it is cancelled.
  private func wait(_ request: Payload, _ context: ServerContext) async throws -> Payload {
    probe.report("started")
    do {
      try await Task.sleep(for: .seconds(600))
    } catch {
      probe.report("cancelled by \(context.cancellation.map { "\($0)" } ?? "nobody")")
      throw error
    }
    return request
  }

  private func collect(_ requests: RequestStream<Payload>, _ context: ServerContext) async throws -> Payload {
    var count = 0
    var bytes = 0
    for try await request in requests {
      count += 1
      bytes += request.data.count
      if count == 1 { probe.report("first") }
      if request.text == "enough" { return Payload("enough") }
    }
    return Payload("\(count) \(bytes)")
  }

  /// Sends as many messages of such a size as the request `count size` says.
  private func repeated(
    _ request: Payload,
    _ responses: ResponseWriter<Payload>,
    _ context: ServerContext
  ) async throws {
    let numbers = request.text.split(separator: " ").compactMap { Int($0) }
    guard numbers.count == 2 else { throw RPCError(code: .invalidArgument, message: "expected 'count size'") }
    do {
      for index in 0..<numbers[0] {
        try await responses.write(Payload([UInt8](repeating: UInt8(index & 0xff), count: numbers[1])))
        probe.report("written")
      }
    } catch {
      probe.report("stopped by \(context.cancellation.map { "\($0)" } ?? "nobody")")
      throw error
    }
  }
}

/// An error whose text must not reach a caller.
struct Secret: Error, CustomStringConvertible {
  var description: String { "password 12345" }
}
