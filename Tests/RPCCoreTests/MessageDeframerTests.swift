internal import NIOCore
internal import RPCCore
internal import Testing

@Suite struct MessageDeframerTests {
  /// Three messages, one of them empty, as they stand on the wire.
  static let wire: [UInt8] = [0, 0, 0, 0, 3, 97, 98, 99, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 122]
  static let messages: [[UInt8]] = [[97, 98, 99], [], [122]]

  static func drain(_ deframer: inout MessageDeframer) throws -> [[UInt8]] {
    var messages: [[UInt8]] = []
    while let message = try deframer.next() { messages.append(Array(message.bytes.readableBytesView)) }
    return messages
  }

  @Test(arguments: 0...wire.count)
  func takesMessagesOutOfAnyTwoPieces(split: Int) throws {
    var deframer = MessageDeframer(maximumBytes: 3)
    deframer.append(ByteBuffer(bytes: Self.wire[..<split]))
    var messages = try Self.drain(&deframer)
    deframer.append(ByteBuffer(bytes: Self.wire[split...]))
    messages += try Self.drain(&deframer)
    #expect(messages == Self.messages)
    try deframer.finish()
  }

  @Test(arguments: 1...7)
  func takesMessagesOutOfManyCopiedPieces(size: Int) throws {
    var deframer = MessageDeframer(maximumBytes: 3)
    var kept: [ByteBuffer] = []
    for start in stride(from: 0, to: Self.wire.count, by: size) {
      deframer.append(Array(Self.wire[start..<min(start + size, Self.wire.count)]).span.bytes)
      while let message = try deframer.next() { kept.append(message.bytes) }
    }
    // Kept to the end: messages given out earlier are not touched by later bytes.
    #expect(kept.map { Array($0.readableBytesView) } == Self.messages)
  }

  @Test func saysHowManyBytesAreMissing() throws {
    var deframer = MessageDeframer(maximumBytes: 100)
    #expect(try deframer.missingBytes() == 5)
    deframer.append(ByteBuffer(bytes: [0, 0]))
    #expect(try deframer.missingBytes() == 3)
    deframer.append(ByteBuffer(bytes: [0, 0, 10, 1]))
    #expect(try deframer.missingBytes() == 9)
    deframer.append(ByteBuffer(repeating: 1, count: 9))
    #expect(try deframer.missingBytes() == 0)
  }

  /// Prefix, code, part of the message; grpc/doc/compression.md test case 6, statuscodes.md.
  @Test(arguments: [
    ([1, 0, 0, 0, 0] as [UInt8], StatusCode.internal, "Compressed-Flag"), ([2], .internal, "expected 0 or 1"),
    ([255, 0], .internal, "expected 0 or 1"), ([0, 0, 0, 0, 4], .resourceExhausted, "limit of 3"),
    ([0, 255, 255, 255, 255], .resourceExhausted, "4294967295"),
  ])
  func refusesAtTheFirstByteThatIsWrong(prefix: [UInt8], code: StatusCode, part: String) {
    var deframer = MessageDeframer(maximumBytes: 3)
    deframer.append(ByteBuffer(bytes: prefix))
    let error = #expect(throws: RPCError.self) { try deframer.next() }
    #expect(error?.code == code)
    #expect(error?.message.contains(part) == true)
  }

  @Test(arguments: [1, 4, 5, 7])
  func aStreamMustNotEndWithinAMessage(count: Int) throws {
    var deframer = MessageDeframer(maximumBytes: 3)
    deframer.append(ByteBuffer(bytes: Self.wire[..<count]))
    #expect(try deframer.next() == nil)
    #expect(throws: RPCError.self) { try deframer.finish() }
  }

  @Test func theFramerWritesWhatTheDeframerReads() throws {
    var deframer = MessageDeframer(maximumBytes: 3)
    for message in Self.messages { deframer.append(MessageFramer.frame(ByteBuffer(bytes: message))) }
    #expect(try Self.drain(&deframer) == Self.messages)
    let framed = MessageFramer.frame(ByteBuffer(bytes: [97, 98, 99]))
    #expect(Array(framed.readableBytesView) == Array(Self.wire[..<8]))
    try MessageFramer.check(framed, maximum: 3)
    #expect(throws: RPCError.self) { try MessageFramer.check(framed, maximum: 2) }
  }

  /// grpc/doc/statuscodes.md: cardinality violations are UNIMPLEMENTED.
  @Test func aSingleMessageIsExactlyOne() throws {
    var good = SingleMessageDeframer(maximumBytes: 3)
    for byte in Self.wire[..<8] { try good.append(ByteBuffer(bytes: [byte])) }
    #expect(try Array(good.finish().bytes.readableBytesView) == [97, 98, 99])

    let empty = SingleMessageDeframer(maximumBytes: 3)
    #expect(#expect(throws: RPCError.self) { try empty.finish() }?.code == .unimplemented)

    var two = SingleMessageDeframer(maximumBytes: 3)
    let error = #expect(throws: RPCError.self) { try two.append(ByteBuffer(bytes: Self.wire)) }
    #expect(error?.code == .unimplemented)

    var broken = SingleMessageDeframer(maximumBytes: 3)
    try broken.append(ByteBuffer(bytes: Self.wire[..<7]))
    #expect(#expect(throws: RPCError.self) { try broken.finish() }?.code == .internal)
  }
}
