internal import ProtobufRuntime
internal import RPCCore
internal import RPCTransport
internal import Testing

/// The four kinds of calls, with metadata and errors.
@Suite struct InProcessCallTests {
  static func channel(_ service: NotesService = NotesService(), interceptors: [any ServerInterceptor] = [])
    -> InProcessChannel
  {
    var router = RPCRouter(interceptors: interceptors)
    router.register(service)
    return InProcessChannel(router: router)
  }

  @Test func unary() async throws {
    let reply = try await Self.channel().unary(
      NotesService.get,
      .with {
        $0.text = "漏水"; $0.number = -7
      }
    )
    #expect(reply.text == "漏水" && reply.number == -7)
  }

  @Test func clientStreaming() async throws {
    let call = Self.channel().clientStreaming(NotesService.collect)
    for number in 1...100 {
      try await call.send(
        .with {
          $0.text = "x"; $0.number = Int64(number)
        }
      )
    }
    let sum = try await call.finish()
    #expect(sum.number == 5050 && sum.text.count == 100)
  }

  @Test func serverStreaming() async throws {
    var numbers: [Int64] = []
    for try await note in Self.channel().serverStreaming(NotesService.list, .number(5)) { numbers.append(note.number) }
    #expect(numbers == [1, 2, 3, 4, 5])
    var none = Self.channel().serverStreaming(NotesService.list, .number(0)).makeAsyncIterator()
    #expect(try await none.next() == nil)
  }

  @Test func bidirectionalStreaming() async throws {
    let call = Self.channel().bidirectionalStreaming(NotesService.chat)
    var responses = call.responses.makeAsyncIterator()
    for number in 1...10 {
      try await call.send(.number(Int64(number)))
      #expect(try await responses.next()?.number == Int64(number))
    }
    call.finishSending()
    #expect(try await responses.next() == nil)
    #expect(try await responses.next() == nil)
  }

  @Test func metadataGoesBothWays() async throws {
    var service = NotesService()
    service.onGet = { request, context in
      var initial = Metadata()
      try initial.add(context.metadata["k"] ?? "", for: "initial")
      try context.setInitialMetadata(initial)
      var trailing = Metadata()
      try trailing.add(binary: context.metadata[binary: "k-bin"] ?? [], for: "trailing-bin")
      context.setTrailingMetadata(trailing)
      return request
    }
    var options = CallOptions()
    try options.metadata.add("v", for: "k")
    try options.metadata.add(binary: [0, 1, 255], for: "k-bin")
    let response = try await Self.channel(service).unaryResponse(NotesService.get, Note(), options: options)
    #expect(response.initialMetadata["initial"] == "v")
    #expect(response.trailingMetadata[binary: "trailing-bin"] == [0, 1, 255])
  }

  @Test func initialMetadataComesBeforeTheFirstResponseAndNotAfterIt() async throws {
    var service = NotesService()
    service.onList = { _, responses, context in
      var initial = Metadata()
      try initial.add("v", for: "k")
      try context.setInitialMetadata(initial)
      try await responses.write(Note())
      do throws(RPCError) { try context.setInitialMetadata(Metadata()) } catch {
        var trailing = Metadata()
        try trailing.add(error.code.name, for: "late")
        context.setTrailingMetadata(trailing)
      }
    }
    let stream = Self.channel(service).serverStreaming(NotesService.list, Note())
    #expect(try await stream.initialMetadata()["k"] == "v")
    for try await _ in stream {}
    #expect(stream.trailingMetadata["late"] == "FAILED_PRECONDITION")
  }

  @Test func anErrorKeepsCodeMessageAndMetadata() async throws {
    var service = NotesService()
    service.onGet = { _, _ in
      var metadata = Metadata()
      try metadata.add("v", for: "k")
      throw RPCError(code: .alreadyExists, message: "已存在 100%", metadata: metadata)
    }
    let error = await #expect(throws: RPCError.self) { try await Self.channel(service).unary(NotesService.get, Note()) }
    #expect(error?.code == .alreadyExists)
    #expect(error?.message == "已存在 100%")
    #expect(error?.metadata["k"] == "v")
  }

  @Test func anyOtherErrorIsInternalWithoutItsText() async throws {
    struct Secret: Error { let password = "hunter2" }
    var service = NotesService()
    service.onGet = { _, _ in throw Secret() }
    let error = await #expect(throws: RPCError.self) { try await Self.channel(service).unary(NotesService.get, Note()) }
    #expect(error?.code == .internal)
    #expect(error?.message == "internal error")
  }

  @Test func anErrorComesAfterTheResponsesBeforeIt() async throws {
    var service = NotesService()
    service.onList = { _, responses, _ in
      for number in 1...3 { try await responses.write(.number(Int64(number))) }
      throw RPCError(code: .dataLoss, message: "no more")
    }
    var numbers: [Int64] = []
    let error = await #expect(throws: RPCError.self) {
      for try await note in Self.channel(service).serverStreaming(NotesService.list, Note()) {
        numbers.append(note.number)
      }
    }
    #expect(numbers == [1, 2, 3])
    #expect(error?.code == .dataLoss)
  }

  @Test func aClientStreamMayBeAnsweredEarly() async throws {
    var service = NotesService()
    service.onCollect = { requests, _ in
      for try await request in requests { return request }
      return Note()
    }
    let call = Self.channel(service).clientStreaming(NotesService.collect)
    let error = await #expect(throws: RPCError.self) {
      for number in 1...1_000_000 { try await call.send(.number(Int64(number))) }
    }
    #expect(error?.code == .cancelled)
    #expect(try await call.finish().number == 1)
  }

  @Test func unknownMethodsAndServicesAreNamed() async throws {
    let method = MethodDescriptor<Note, Note>(service: "test.Notes", name: "Nope", kind: .unary)
    let service = MethodDescriptor<Note, Note>(service: "test.Nope", name: "Get", kind: .serverStreaming)
    let first = await #expect(throws: RPCError.self) { try await Self.channel().unary(method, Note()) }
    #expect(first?.description == "UNIMPLEMENTED: unknown method Nope of service test.Notes")
    let second = await #expect(throws: RPCError.self) {
      for try await _ in Self.channel().serverStreaming(service, Note()) {}
    }
    #expect(second?.description == "UNIMPLEMENTED: unknown service test.Nope")
  }

  @Test func sendingAfterTheEndIsRefused() async throws {
    let call = Self.channel().bidirectionalStreaming(NotesService.chat)
    call.finishSending()
    let error = await #expect(throws: RPCError.self) { try await call.send(Note()) }
    #expect(error?.code == .failedPrecondition || error?.code == .cancelled)
  }
}
