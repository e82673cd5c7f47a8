internal import Foundation
internal import RPCCore
internal import RPCTransport
internal import Testing

/// The other side is not ours: grpcio, h2 and h2load.
@Suite("Peers")
struct PeerTests {
  @Test func aGrpcioClientCallsEveryKindOfMethod() async throws {
    let service = EchoService()
    let results = try await withServer(service) { target, _ in
      try await Program(python: "client.py", "\(target)").result()
    }
    let json = try #require(try JSONSerialization.jsonObject(with: results) as? [String: Any])
    func expect(_ key: String, _ value: some Equatable) {
      #expect("\(json[key] ?? "missing")" == "\(value)", "\(key)")
    }
    func failure(_ key: String) -> [String] { json[key] as? [String] ?? [] }
    expect("unary", "hello")
    let binary = (0...255).map { String(format: "%02x", $0) }.joined()
    #expect(json["initial"] as? [[String]] == [["x-more-bin", "00ff"], ["x-text", "a b"]])
    #expect(json["trailing"] as? [[String]] == [["t-more-bin", binary], ["t-text", "c"]])
    expect("empty", "")
    #expect(json["large"] as? Bool == true)
    #expect(
      failure("too large") == [
        "RESOURCE_EXHAUSTED", "a message of 4194309 bytes came, more than the limit of 4194304",
      ]
    )
    #expect(failure("fail") == ["NOT_FOUND", "漏水 100% \n"])
    #expect(failure("leak").first == "INTERNAL")
    #expect(failure("leak").last?.contains("12345") == false)
    #expect(failure("unknown method") == ["UNIMPLEMENTED", "unknown method Nope of service test.Echo"])
    #expect(failure("unknown service") == ["UNIMPLEMENTED", "unknown service a.B"])
    #expect(failure("deadline").first == "DEADLINE_EXCEEDED")
    expect("collect", "1000 499500")
    expect("collect large", "10 20000000")
    expect("collect none", "0 0")
    expect("repeat", 1_000_000)
    #expect(json["repeat large"] as? [Int] == [3_000_000, 3_000_000, 3_000_000])
    #expect(failure("repeat wrong") == ["INVALID_ARGUMENT", "expected 'count size'"])
    #expect(json["chat"] as? Bool == true)
    #expect(json["concurrent"] as? Bool == true)
    let cancelled = json["cancelled"] as? [Any]
    #expect(cancelled?.first as? Bool == true)
    #expect(cancelled?.last as? String == "CANCELLED")
    await service.probe.wait(for: "stopped by peer")
  }

  @Test func ourClientCallsAGrpcioServer() async throws {
    let server = try Program(python: "server.py")
    defer { server.stop() }
    let port = try #require(Int(await server.firstLine()))
    var configuration = ClientConfiguration()
    configuration.messages.maximumReceiveBytes = 64 << 20
    let channel = ClientChannel(target: .tcp(host: "127.0.0.1", port: port), configuration: configuration)

    var metadata = Metadata()
    try metadata.add("a b", for: "x-text")
    try metadata.add(binary: Array(0...255), for: "x-more-bin")
    try metadata.add(binary: [0], for: "t-more-bin")
    let reply = try await channel.unaryResponse(
      EchoService.echo,
      Payload("hi"),
      options: CallOptions(metadata: metadata)
    )
    #expect(reply.message.text == "hi")
    #expect(reply.initialMetadata["x-text"] == "a b")
    #expect(reply.initialMetadata[binary: "x-more-bin"] == Array(0...255))
    #expect(reply.trailingMetadata[binary: "t-more-bin"] == [0])

    let failure = await rpcError { try await channel.unary(EchoService.fail, Payload("9")) }
    #expect(failure?.code == .failedPrecondition)
    #expect(failure?.message == "漏水 100% \n")
    #expect(failure?.metadata["t-reason"] == "why")
    #expect(await rpcError { try await channel.unary(EchoService.leak, Payload()) }?.code == .unimplemented)

    let large = Payload([UInt8](repeating: 5, count: 20_000_000))
    #expect(try await channel.unary(EchoService.echo, large) == large)

    let collect = channel.clientStreaming(EchoService.collect)
    for _ in 0..<100 { try await collect.send(Payload([UInt8](repeating: 0, count: 100_000))) }
    #expect(try await collect.finish().text == "100 10000000")
    var count = 0
    for try await message in channel.serverStreaming(EchoService.repeated, Payload("1000 10000")) {
      count += message.data.count
    }
    #expect(count == 10_000_000)
    let chat = channel.bidirectionalStreaming(EchoService.chat)
    var answers = chat.responses.makeAsyncIterator()
    for turn in 0..<100 {
      try await chat.send(Payload("\(turn)"))
      #expect(try await answers.next()?.text == "\(turn)")
    }
    chat.finishSending()
    #expect(try await answers.next() == nil)

    let deadline = await rpcError {
      try await channel.unary(EchoService.wait, Payload(), options: CallOptions(timeout: .milliseconds(100)))
    }
    #expect(deadline?.code == .deadlineExceeded)
    let wasCancelled = MethodDescriptor<Payload, Payload>(service: "test.Echo", name: "WasCancelled", kind: .unary)
    #expect(try await channel.unary(wasCancelled, Payload()).text == "yes")

    // The server has room for 50 at a time.
    try await withThrowingTaskGroup { group in
      for index in 0..<500 {
        group.addTask { try await channel.unary(EchoService.echo, Payload("\(index)")).text == "\(index)" }
      }
      for try await isRight in group { #expect(isRight) }
    }
    await channel.close()
  }

  @Test func requestsThatAreNotGRPCGetThePreciseAnswer() async throws {
    let results = try await withServer { target, _ in try await Program(python: "raw.py", "\(target)").result() }
    let json = try #require(try JSONSerialization.jsonObject(with: results) as? [String: [Any]])
    let expected: [String: (String, String?)] = [
      "good": ("200", "0"), "proto": ("200", "0"), "good at the end": ("200", "0"),
      "parameters": ("200", "0"), "grpc-web": ("415", nil), "no te": ("200", "2"), "json": ("415", nil),
      "no content-type": ("415", nil), "get": ("405", nil),
      "bad path": ("200", "12"), "encoding": ("200", "12"), "bad timeout": ("200", "13"), "bad bin": ("200", "13"),
      "no message": ("200", "12"), "two messages": ("200", "12"), "half a message": ("200", "13"),
      "half a prefix": ("200", "13"), "compressed": ("200", "13"), "strange flag": ("200", "13"),
      "huge": ("200", "8"), "not protobuf": ("200", "13"), "large headers": ("200", "8"),
    ]
    #expect(Set(json.keys) == Set(expected.keys))
    for (name, (status, code)) in expected {
      #expect(json[name]?[0] as? String == status, "\(name): \(json[name] ?? [])")
      #expect(json[name]?[1] as? String == code, "\(name): \(json[name] ?? [])")
    }
  }

  @Test func h2loadGetsTwoHundredForEveryCall() async throws {
    let body = FileManager.default.temporaryDirectory.appending(path: "redsail-\(UUID().uuidString)")
    try Data([0, 0, 0, 0, 7, 10, 5] + Array("hello".utf8)).write(to: body)
    defer { try? FileManager.default.removeItem(at: body) }
    let output = try await withServer { target, _ in
      try await Program([
        "h2load", "-n", "5000", "-c", "4", "-m", "50", "-d", body.path, "-H", "content-type: application/grpc", "-H",
        "te: trailers", "http://\(target)/test.Echo/Echo",
      ]).result()
    }
    let text = String(decoding: output, as: UTF8.self)
    #expect(text.contains("5000 succeeded, 0 failed, 0 errored"))
    #expect(text.contains("status codes: 5000 2xx"))
  }
}
