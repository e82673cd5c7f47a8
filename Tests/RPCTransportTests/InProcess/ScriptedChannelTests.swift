internal import RPCCore
internal import RPCTesting
internal import Testing

@Suite("A channel that answers by a script")
struct ScriptedChannelTests {
  private let channel = ScriptedChannel()

  private func note(_ text: String) -> Note {
    var note = Note()
    note.text = text
    return note
  }

  @Test func answersComeInTurnAndTheLastStays() async throws {
    channel.answer(
      NotesService.get,
      with: .response(note("first")),
      .failure(RPCError(code: .unavailable, message: "gone")),
      .response(note("last"))
    )
    #expect(try await channel.unary(NotesService.get, note("a")).text == "first")
    let error = await rpcError { try await channel.unary(NotesService.get, note("b")) }
    #expect(error?.code == .unavailable && error?.message == "gone")
    for _ in 0..<2 {
      let text = try await channel.unary(NotesService.get, note("c")).text
      #expect(text == "last")
    }
    #expect(channel.requests(of: NotesService.get).map(\.text) == ["a", "b", "c", "c"])
  }

  @Test func streamsAreAnsweredToo() async throws {
    channel.answer(NotesService.list, with: .responses([note("1"), note("2")]))
    var texts: [String] = []
    for try await answer in channel.serverStreaming(NotesService.list, note("all")) { texts.append(answer.text) }
    #expect(texts == ["1", "2"])
    channel.answer(NotesService.collect) { requests, _ in [requests.reduce(into: Note()) { $0.text += $1.text }] }
    let call = channel.clientStreaming(NotesService.collect)
    for text in ["x", "y"] { try await call.send(note(text)) }
    #expect(try await call.finish().text == "xy")
  }

  @Test func metadataAndDeadlinesHold() async throws {
    channel.answer(NotesService.get) { _, context in
      guard context.metadata["authorization"] == "Bearer t" else {
        throw RPCError(code: .unauthenticated, message: "who?")
      }
      try await Task.sleep(for: .seconds(600))
      return []
    }
    #expect(await rpcError { try await channel.unary(NotesService.get, Note()) }?.code == .unauthenticated)
    var metadata = Metadata()
    try metadata.add("Bearer t", for: "authorization")
    let options = CallOptions(timeout: .milliseconds(20), metadata: metadata)
    let error = await rpcError { try await channel.unary(NotesService.get, Note(), options: options) }
    #expect(error?.code == .deadlineExceeded)
  }

  @Test func whatIsNotScriptedIsUnimplemented() async throws {
    #expect(await rpcError { try await channel.unary(NotesService.get, Note()) }?.code == .unimplemented)
  }
}
