internal import Foundation
internal import RPCCore
internal import RPCTransport
internal import Testing

/// Compressed messages between our own two sides, over loopback and in process.
@Suite struct CompressionTests {
  static let long = Payload([UInt8](repeating: 7, count: 100_000))

  static func options(_ encoding: MessageEncoding, respondWith name: String? = nil) throws -> CallOptions {
    var options = CallOptions(compression: encoding)
    if let name { try options.metadata.add(name, for: "respond-with") }
    return options
  }

  static func withChannels(_ body: (any RPCChannel) async throws -> Void) async throws {
    let server = RPCServer(services: [CompressionService()])
    let running = Task { try await server.run() }
    let channel = ClientChannel(target: try await server.addresses[0])
    try await body(channel)
    await channel.close()
    running.cancel()
    try await running.value
    var router = RPCRouter()
    router.register(CompressionService())
    try await body(InProcessChannel(router: router))
  }

  @Test(arguments: [MessageEncoding.gzip, .deflate])
  func bothDirectionsOfEachKindOfCall(encoding: MessageEncoding) async throws {
    try await Self.withChannels { channel in
      let options = try Self.options(encoding, respondWith: encoding.name)
      let reply = try await channel.unaryResponse(CompressionService.echo, Self.long, options: options)
      #expect(reply.message == Self.long)
      #expect(reply.isCompressed)
      #expect(reply.trailingMetadata["compressed"] == "1")

      let chat = channel.bidirectionalStreaming(CompressionService.chat, options: options)
      var answers = chat.responses.makeAsyncIterator()
      for (number, compressed) in [(1, true), (2, true), (3, false), (4, true)] {
        try await chat.send(Self.long, compressed: compressed)
        #expect(try await answers.next() == Self.long)
        // The service sends the second one as it is.
        #expect(chat.responses.compressedResponses == (number == 1 ? 1 : number - 1))
      }
      chat.finishSending()
      #expect(try await answers.next() == nil)
      #expect(chat.responses.trailingMetadata["compressed"] == "3")
    }
  }

  @Test func nothingIsCompressedUnlessAskedFor() async throws {
    try await Self.withChannels { channel in
      let reply = try await channel.unaryResponse(CompressionService.echo, Self.long)
      #expect(!reply.isCompressed)
      #expect(reply.trailingMetadata["compressed"] == "0")
    }
  }

  @Test func aChannelCompressesByDefaultWhatItsConfigurationSays() async throws {
    let server = RPCServer(services: [CompressionService()])
    let running = Task { try await server.run() }
    var configuration = ClientConfiguration()
    configuration.compression = .gzip
    let channel = ClientChannel(target: try await server.addresses[0], configuration: configuration)
    for (options, count) in [(CallOptions(), "1"), (CallOptions(compression: .identity), "0")] {
      let reply = try await channel.unaryResponse(CompressionService.echo, Self.long, options: options)
      #expect(reply.trailingMetadata["compressed"] == count)
    }
    await channel.close()
    running.cancel()
    try await running.value
  }

  @Test func aResponseThatInflatesTooFarIsRefused() async throws {
    try await Self.withChannels { channel in
      var options = try Self.options(.identity, respondWith: "gzip")
      options.maximumResponseBytes = 50_000
      let unary = await rpcError { try await channel.unary(CompressionService.echo, Self.long, options: options) }
      #expect(unary?.code == .resourceExhausted)
      let chat = channel.bidirectionalStreaming(CompressionService.chat, options: options)
      try await chat.send(Self.long)
      var answers = chat.responses.makeAsyncIterator()
      #expect(await rpcError { try await answers.next() }?.code == .resourceExhausted)
    }
  }

  @Test func compressionIsSetBeforeTheFirstResponseOrNotAtAll() async throws {
    let method = MethodDescriptor<Payload, Payload>(service: "test.S", name: "M", kind: .serverStreaming)
    var router = RPCRouter()
    router.serverStreaming(method) { request, responses, context in
      try await responses.write(request)
      try context.setResponseCompression(.gzip)
    }
    var responses = InProcessChannel(router: router).serverStreaming(method, Self.long).makeAsyncIterator()
    #expect(try await responses.next() == Self.long)
    #expect(await rpcError { try await responses.next() }?.code == .failedPrecondition)
  }
}
