internal import HTTP2Session
internal import NIOCore
internal import Testing

@Suite("Frames made by hand")
struct HostilePeerTests {
  private func server(_ change: (inout HTTP2Configuration) -> Void = { _ in }) throws -> HTTP2Session {
    var configuration = HTTP2Configuration()
    change(&configuration)
    return try HTTP2Session(role: .server, configuration: configuration)
  }

  private func feed(_ session: HTTP2Session, _ frames: [RawFrame], preface: Bool = false) throws {
    try session.receive(ByteBuffer(frames, preface: preface), at: .uptimeNanoseconds(1))
  }

  /// What a session says at its end: the codes of its GOAWAY frames.
  private func goAwayCodes(_ session: HTTP2Session) throws -> [UInt32] {
    var codes: [UInt32] = []
    while let bytes = try session.drain(upTo: .max) {
      for frame in bytes.frames where frame.type == 7 {
        codes.append(frame.payload[4..<8].reduce(0) { $0 << 8 | UInt32($1) })
      }
    }
    return codes
  }

  @Test func anotherProtocolIsRefusedAtOnce() throws {
    let session = try server()
    #expect(throws: HTTP2SessionError.peerViolation("the connection does not start with the HTTP/2 preface")) {
      try session.receive(ByteBuffer(string: "GET / HTTP/1.1\r\nHost: x\r\n\r\n"), at: .uptimeNanoseconds(1))
    }
  }

  @Test(arguments: [
    ("PING on a stream", RawFrame(type: 6, stream: 1, payload: .init(repeating: 0, count: 8)), UInt32(1)),
    ("PING of seven bytes", RawFrame(type: 6, payload: .init(repeating: 0, count: 7)), 6),
    ("DATA on stream 0", RawFrame.data(0, [1]), 1),
    ("DATA on an idle stream", RawFrame.data(5, [1]), 1),
    ("HEADERS with an even number", RawFrame.headers(2, RawFrame.requestFields), 1),
    ("SETTINGS of five bytes", RawFrame(type: 4, payload: .init(repeating: 0, count: 5)), 6),
    ("WINDOW_UPDATE by zero", RawFrame.windowUpdate(0, by: 0), 1),
    ("CONTINUATION out of place", RawFrame.continuation(1, []), 1),
    ("HPACK index that does not exist", RawFrame.headers(1, [0xff, 0xff, 0xff, 0x7f]), 9),
    ("a frame above the maximum size", RawFrame.data(1, .init(repeating: 0, count: 16_385)), 6),
  ])
  func aBrokenFrameEndsTheConnectionWithItsCode(_ name: String, frame: RawFrame, code: UInt32) throws {
    let session = try server()
    try feed(session, [.settings, frame], preface: true)
    #expect(try goAwayCodes(session) == [code], "\(name)")
    #expect(session.isFinished)
  }

  @Test(arguments: [1, 2, 3, 5, 7])
  func bytesMayArriveInAnyPortions(size: Int) throws {
    let session = try server()
    var bytes = ByteBuffer(
      [.settings, .headers(1, RawFrame.requestFields), .data(1, Array("hello".utf8), flags: RawFrame.endStream)]
    )
    while let part = bytes.readSlice(length: min(size, bytes.readableBytes)), part.readableBytes > 0 {
      try session.receive(part, at: .uptimeNanoseconds(1))
    }
    let seen = events(of: session)
    let stream = try #require(
      seen.compactMap { if case .headers(let stream, _, _) = $0 { stream } else { nil } }.first
    )
    #expect(seen.body(of: stream) == ByteBuffer(string: "hello"))
    #expect(seen.ended(stream))
  }

  @Test func aFloodOfContinuationFramesEndsTheConnection() throws {
    let session = try server()
    let flood = (0..<20).map { _ in RawFrame.continuation(1, RawFrame.literal("a", "b")) }
    #expect(throws: HTTP2SessionError.limitReached(.continuationFrames)) {
      try feed(session, [.settings, .headers(1, RawFrame.requestFields, flags: 0)] + flood, preface: true)
    }
    #expect(events(of: session).limits == [.continuationFrames])
  }

  @Test func headersOverTheSizeArriveTruncatedAndTheConnectionLives() throws {
    let session = try server { $0.limits.headerBytes = 4_096 }
    let large = RawFrame.requestFields + RawFrame.literal("x", String(repeating: "v", count: 5_000))
    try feed(session, [.settings, .headers(1, large), .headers(3, RawFrame.requestFields)], preface: true)
    let seen = events(of: session)
    let truncated = seen.compactMap { if case .headers(_, let block, _) = $0 { block.isTruncated } else { nil } }
    #expect(truncated == [true, false])
    #expect(seen.limits == [.headerBytes])
    #expect(try goAwayCodes(session).isEmpty)
  }

  @Test func tooManyHeaderFieldsArriveTruncated() throws {
    let session = try server { $0.limits.headerFields = 10 }
    let many = RawFrame.requestFields + (0..<7).flatMap { RawFrame.literal("x\($0)", "") }
    try feed(session, [.settings, .headers(1, many)], preface: true)
    let seen = events(of: session)
    let blocks = seen.compactMap { if case .headers(_, let block, _) = $0 { block } else { nil } }
    #expect(blocks.map(\.count) == [10])
    #expect(blocks.map(\.isTruncated) == [true])
    #expect(seen.limits == [.headerFields])
  }

  @Test func anHPACKBombEndsTheConnectionWithoutBeingKept() throws {
    let session = try server()
    // One 4 KB entry in the dynamic table, then two thousand one-byte references to it.
    let entry: [UInt8] = [0x40] + RawFrame.literal("x", String(repeating: "v", count: 3_900)).dropFirst()
    let bomb = RawFrame.requestFields + entry + [UInt8](repeating: 0xbe, count: 2_000)
    try feed(session, [.settings, .headers(1, bomb)], preface: true)
    #expect(events(of: session).limits == [.headerBytes, .headerBytes])
    #expect(try goAwayCodes(session) == [HTTP2ErrorCode.enhanceYourCalm.rawValue])
    #expect(session.isFinished)
  }

  @Test func rapidResetEndsTheConnection() throws {
    let session = try server { $0.limits.peerResets = RateLimit(burst: 50, perSecond: 1) }
    let flood = (0..<60).flatMap { index -> [RawFrame] in
      let id = UInt32(index * 2 + 1)
      return [.headers(id, RawFrame.requestFields), .reset(id)]
    }
    try feed(session, [.settings] + flood, preface: true)
    #expect(events(of: session).limits == [.peerResets])
    #expect(try goAwayCodes(session) == [HTTP2ErrorCode.enhanceYourCalm.rawValue])
  }

  @Test func resetsAreGivenBackWithTime() throws {
    let session = try server { $0.limits.peerResets = RateLimit(burst: 10, perSecond: 5) }
    try feed(session, [.settings], preface: true)
    for second in 0..<20 {
      for index in 0..<5 {
        let id = UInt32((second * 5 + index) * 2 + 1)
        let bytes = ByteBuffer([.headers(id, RawFrame.requestFields), .reset(id)], preface: false)
        try session.receive(bytes, at: .uptimeNanoseconds(UInt64(second + 1) * 1_000_000_000))
      }
    }
    #expect(events(of: session).limits.isEmpty)
  }

  @Test func makingTheServerResetItsStreamsEndsTheConnection() throws {
    let session = try server { $0.limits.ownResets = RateLimit(burst: 20, perSecond: 1) }
    try feed(session, [.settings], preface: true)
    // A window above 2^31-1 is a stream error (RFC 9113 §6.9.1), so each request is reset by this side.
    for index in 0..<30 {
      let id = UInt32(index * 2 + 1)
      try feed(session, [.headers(id, RawFrame.requestFields), .windowUpdate(id, by: 0x7fff_ffff)])
      if try goAwayCodes(session) == [HTTP2ErrorCode.enhanceYourCalm.rawValue] {
        #expect(index >= 20)
        #expect(events(of: session).limits == [.ownResets])
        return
      }
    }
    Issue.record("thirty resets by this side went through")
  }

  @Test func moreStreamsThanAllowedAreNotOpened() throws {
    let session = try server { $0.limits.concurrentStreams = 3 }
    let requests = (0..<5).map { RawFrame.headers(UInt32($0 * 2 + 1), RawFrame.requestFields) }
    try feed(session, [.settings] + requests, preface: true)
    #expect(session.openStreams == 3)
    let refused = try #require(try session.drain(upTo: .max)).frames.filter { $0.type == 3 }
    #expect(refused.map(\.stream) == [7, 9])
    #expect(refused.allSatisfy { $0.payload == RawFrame.bigEndian(7) })
    #expect(events(of: session).limits == [.concurrentStreams, .concurrentStreams])
    // Now that the peer has acknowledged the limit, one more is an error of the connection (RFC 9113 §5.1.2).
    try feed(session, [RawFrame(type: 4, flags: 1), .headers(11, RawFrame.requestFields)])
    #expect(events(of: session).limits == [.concurrentStreams])
    #expect(try goAwayCodes(session) == [1])
  }

  @Test func pingsWithoutReadingTheAnswersEndTheConnection() throws {
    let session = try server { $0.limits.queuedControlFrames = 100 }
    try feed(session, [.settings], preface: true)
    #expect(throws: HTTP2SessionError.limitReached(.queuedControlFrames)) {
      for _ in 0..<20 { try feed(session, Array(repeating: .ping, count: 10)) }
    }
  }

  @Test func aPingWithEveryMessageIsServed() throws {
    let session = try server { $0.limits.queuedControlFrames = 100 }
    try feed(session, [.settings], preface: true)
    var answered = 0
    for _ in 0..<10_000 {
      try feed(session, [.ping])
      answered += try session.drain(upTo: .max)?.frames.count { $0.type == 6 } ?? 0
    }
    #expect(answered == 10_000)
  }

  @Test func moreDataThanTheWindowEndsTheStreamOrConnection() throws {
    let session = try server {
      $0.streamWindow = 65_535
      $0.connectionWindow = 65_535
    }
    let frames = (0..<5).map { _ in RawFrame.data(1, .init(repeating: 0, count: 16_384)) }
    try feed(session, [.settings, .headers(1, RawFrame.requestFields)] + frames, preface: true)
    #expect(try goAwayCodes(session) == [HTTP2ErrorCode.flowControlError.rawValue])
  }

  @Test func whatAPeerDoesNotReadIsBounded() throws {
    let session = try server { $0.limits.queuedBytes = 1_000_000 }
    try feed(session, [.settings, .headers(1, RawFrame.requestFields)], preface: true)
    let stream = try #require(
      events(of: session).compactMap { if case .headers(let stream, _, _) = $0 { stream } else { nil } }.first
    )
    try session.submitResponse(.ok, on: stream)
    let part = ByteBuffer(repeating: 0, count: 300_000)
    for _ in 0..<3 { try session.send(part, on: stream) }
    #expect(throws: HTTP2SessionError.limitReached(.queuedBytes)) { try session.send(part, on: stream) }
    // What the peer's window of 65,535 took makes room again.
    while try session.drain(upTo: .max) != nil {}
    #expect(session.queuedBytes == 900_000 - 65_535)
    #expect(session.sentBytes == 65_535)
  }

  @Test func oneMessageMayBeLargerThanTheQueue() throws {
    let session = try server { $0.limits.queuedBytes = 100_000 }
    try feed(session, [.settings, .headers(1, RawFrame.requestFields)], preface: true)
    let stream = try #require(
      events(of: session).compactMap { if case .headers(let stream, _, _) = $0 { stream } else { nil } }.first
    )
    try session.submitResponse(.ok, on: stream)
    try session.send(ByteBuffer(repeating: 0, count: 300_000), on: stream)
    #expect(throws: HTTP2SessionError.limitReached(.queuedBytes)) {
      try session.send(ByteBuffer(repeating: 0, count: 1), on: stream)
    }
  }

  @Test func dataThatNoOneWantsDoesNotFillTheConnectionWindow() throws {
    let session = try server {
      $0.streamWindow = 65_535
      $0.connectionWindow = 65_535
    }
    try feed(session, [.settings, .headers(1, RawFrame.requestFields)], preface: true)
    let stream = try #require(
      events(of: session).compactMap { if case .headers(let stream, _, _) = $0 { stream } else { nil } }.first
    )
    session.reset(stream, .cancel)
    _ = try session.drain(upTo: .max)
    var credit = 0
    for _ in 0..<16 {
      try feed(session, [.data(1, .init(repeating: 0, count: 16_384))])
      let frames = try session.drain(upTo: .max)?.frames ?? []
      credit += frames.filter { $0.type == 8 && $0.stream == 0 }.count
    }
    #expect(credit > 0)
    #expect(try goAwayCodes(session).isEmpty)
  }
}
