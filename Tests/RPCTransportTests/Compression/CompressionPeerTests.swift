internal import Foundation
internal import RPCCore
internal import RPCTransport
internal import Testing

extension PeerTests {
  @Test func compressionByGrpcioAndByPythonsZlib() async throws {
    let server = RPCServer(services: [CompressionService()])
    let running = Task { try await server.run() }
    defer { running.cancel() }
    let output = try await Program(python: "compression_client.py", "\(try await server.addresses[0])").result()
    let answers = try JSONDecoder().decode([String: [String?]].self, from: output)
    for name in ["gzip", "deflate"] {
      #expect(answers["grpcio \(name)"] == ["True", "1"])
      #expect(answers["grpcio \(name) stream"] == ["True"])
    }
    let known = "identity,gzip,deflate"
    // Name, status, encoding and accepted encodings of the answer, its messages.
    let expected: [(String, String, String?, String?, String)] = [
      ("request gzip", "0", nil, known, "0 True"), ("request deflate", "0", nil, known, "0 True"),
      ("request identity", "0", nil, nil, "0 True"),
      ("response gzip", "0", "gzip", known, "1 True"), ("response deflate", "0", "deflate", known, "1 True"),
      ("response identity", "0", nil, nil, "0 True"),
      ("not accepted", "0", nil, nil, "0 True"), ("accepts nothing", "0", nil, nil, "0 True"),
      ("unflagged", "0", nil, known, "0 True"),
      ("flag without encoding", "13", nil, nil, ""), ("flag with identity", "13", nil, nil, ""),
      ("unknown encoding", "12", nil, known, ""),
      ("corrupt", "13", nil, nil, ""), ("truncated", "13", nil, nil, ""),
      ("empty with flag", "0", nil, known, "0 False"),
      ("bomb", "8", nil, nil, ""), ("bomb in a stream", "8", nil, known, "0 True"),
      ("stream with an opt-out", "0", "gzip", known, "1 True, 0 True, 1 True"),
      ("good at the end", "0", "gzip", known, "1 True"),
    ]
    for (name, status, encoding, accepts, messages) in expected {
      let answer = try #require(answers[name], "\(name)")
      #expect(answer.dropLast() == [status, encoding, accepts, messages], "\(name): \(answer)")
    }
  }

  @Test(arguments: [MessageEncoding.gzip, .deflate, .identity])
  func ourClientReadsAndWritesWhatAGrpcioServerCompresses(encoding: MessageEncoding) async throws {
    let server = try Program(python: "compression_server.py")
    defer { server.stop() }
    let port = try #require(Int(await server.firstLine()))
    let channel = ClientChannel(target: .tcp(host: "127.0.0.1", port: port))
    let isCompressed = encoding != .identity
    let options = try CompressionTests.options(encoding, respondWith: encoding.name)
    let long = CompressionTests.long
    let reply = try await channel.unaryResponse(CompressionService.echo, long, options: options)
    #expect(reply.message == long)
    #expect(reply.isCompressed == isCompressed)
    let chat = channel.bidirectionalStreaming(CompressionService.chat, options: options)
    for compressed in [true, false, true] { try await chat.send(long, compressed: compressed) }
    chat.finishSending()
    var count = 0
    for try await response in chat.responses where response == long { count += 1 }
    #expect(count == 3)
    #expect(chat.responses.compressedResponses == (isCompressed ? 2 : 0))
    await channel.close()
  }
}
