internal import HTTP2Session
internal import NIOCore
internal import Testing

@Suite("PING and GOAWAY")
struct ControlFrameTests {
  private static let acknowledgedShutdown = RawFrame(
    type: 6,
    flags: 1,
    payload: withUnsafeBytes(of: HTTP2Session.shutdownPing.bigEndian) { Array($0) }
  )

  private func server(_ frames: [RawFrame]) throws -> HTTP2Session {
    let session = try HTTP2Session(role: .server)
    try session.receive(ByteBuffer([.settings] + frames), at: .uptimeNanoseconds(1))
    return session
  }

  private func pings(_ session: HTTP2Session) -> [Bool] {
    events(of: session).compactMap { if case .ping(let followsContent) = $0 { followsContent } else { nil } }
  }

  private func goAways(_ session: HTTP2Session) throws -> [(last: UInt32, code: UInt32, debug: String)] {
    func number(_ bytes: ArraySlice<UInt8>) -> UInt32 { bytes.reduce(0) { $0 << 8 | UInt32($1) } }
    var result: [(last: UInt32, code: UInt32, debug: String)] = []
    while let bytes = try session.drain(upTo: .max) {
      for frame in bytes.frames where frame.type == 7 {
        let payload = frame.payload
        result.append((number(payload[0..<4]), number(payload[4..<8]), String(decoding: payload[8...], as: UTF8.self)))
      }
    }
    return result
  }

  @Test func pingsThatFollowContentAreToldFromOthers() throws {
    let session = try server([
      .ping, .headers(1, RawFrame.requestFields), .ping, .data(1, [1]), .ping, .ping, .data(1, []), .ping,
    ])
    // Headers and empty DATA cost a peer nothing, so they do not count.
    #expect(pings(session) == [false, false, true, false, false])
  }

  @Test func aPingAfterAnAnswerFollowsContent() throws {
    let session = try server([.headers(1, RawFrame.requestFields, flags: RawFrame.endHeaders | RawFrame.endStream)])
    let stream = try #require(
      events(of: session).compactMap { if case .headers(let stream, _, _) = $0 { stream } else { nil } }.first
    )
    try session.submitResponse(.ok, on: stream, endStream: true)
    _ = try session.drain(upTo: .max)
    try session.receive(ByteBuffer([.ping, .ping], preface: false), at: .uptimeNanoseconds(2))
    #expect(pings(session) == [true, false])
  }

  @Test func anEndWithDebugDataIsOverOnceItHasGoneOut() throws {
    let session = try server([.headers(1, RawFrame.requestFields)])
    session.terminate(.enhanceYourCalm, debug: "too_many_pings")
    #expect(!session.isFinished)
    let said = try goAways(session)
    #expect(said.map(\.last) == [1])
    #expect(said.map(\.code) == [HTTP2ErrorCode.enhanceYourCalm.rawValue])
    #expect(said.map(\.debug) == ["too_many_pings"])
    #expect(session.isFinished)
    try session.receive(ByteBuffer([.ping], preface: false), at: .uptimeNanoseconds(2))
    #expect(try session.drain(upTo: .max) == nil)
  }

  @Test func aGracefulEndTellsItsReasonWithTheLastStream() throws {
    let session = try server([.headers(1, RawFrame.requestFields)])
    session.shutDownGracefully(reason: "max_age")
    let first = try goAways(session)
    #expect(first.map(\.last) == [0x7fff_ffff])
    // On its way while the first GOAWAY was.
    let late = RawFrame.headers(3, RawFrame.requestFields)
    try session.receive(ByteBuffer([late, Self.acknowledgedShutdown], preface: false), at: .uptimeNanoseconds(2))
    let second = try goAways(session)
    #expect(second.map(\.last) == [3])
    #expect(second.map(\.code) == [0])
    #expect(second.map(\.debug) == ["max_age"])
    #expect(session.openStreams == 2)
    #expect(!session.isFinished)
  }

  @Test func aPeerThatDoesNotAnswerThePingIsToldTheLastStreamAllTheSame() throws {
    let session = try server([])
    session.shutDownGracefully()
    #expect(try goAways(session).map(\.last) == [0x7fff_ffff])
    #expect(!session.isFinished)
    session.goAway()
    #expect(try goAways(session).map(\.last) == [0])
    #expect(session.isFinished)
  }
}
