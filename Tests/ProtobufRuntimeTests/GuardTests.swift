internal import ProtobufRuntime
internal import Testing

/// Each guard of decoding against bytes that break or exhaust a reader without it.
@Suite struct GuardTests {
  /// A length-delimited field.
  static func field(_ number: UInt8, _ payload: [UInt8]) -> [UInt8] {
    var bytes: [UInt8] = number < 16 ? [number << 3 | 2] : [number << 3 | 0x82, number >> 4]
    var length = payload.count
    while length >= 0x80 {
      bytes.append(UInt8(length & 0x7f) | 0x80)
      length >>= 7
    }
    bytes.append(UInt8(length))
    return bytes + payload
  }

  /// A sample in `parent` in `parent`…, written from the inside out in linear time.
  static func nested(_ depth: Int, innermost: [UInt8] = []) -> [UInt8] {
    var reversed = Array(innermost.reversed())
    for _ in 0..<depth {
      var length = reversed.count
      var prefix: [UInt8] = [15 << 3 | 2]
      while length >= 0x80 {
        prefix.append(UInt8(length & 0x7f) | 0x80)
        length >>= 7
      }
      prefix.append(UInt8(length))
      reversed += prefix.reversed()
    }
    return reversed.reversed()
  }

  private func reason(_ bytes: [UInt8], _ options: DecodingOptions = .init()) -> DecodingError? {
    do throws(DecodingError) {
      _ = try Sample(serialized: bytes, options: options)
      return nil
    } catch {
      return error
    }
  }

  @Test func nestingOfAHundredIsRead() throws {
    let sample = try Sample(serialized: Self.nested(100, innermost: Self.field(1, [0x61])))
    var depth = 0
    var current = sample
    while let parent = current.parent {
      current = parent
      depth += 1
    }
    #expect(depth == 100)
    #expect(current.title == "a")
  }

  @Test func nestingOfAHundredAndOneIsRefused() {
    let error = reason(Self.nested(101))
    #expect(error?.reason == .nestingTooDeep(limit: 100))
    #expect(error?.path.hasPrefix("parent.parent") == true)
  }

  @Test func nestingOfAHundredThousandIsRefused() {
    #expect(reason(Self.nested(100_000))?.reason == .nestingTooDeep(limit: 100))
  }

  @Test func nestingIsCountedInTheSlowPathToo() {
    // A wrong wire type at the innermost level makes libprotobuf-c refuse the message.
    #expect(reason(Self.nested(101, innermost: [1 << 3, 5]))?.reason == .nestingTooDeep(limit: 100))
    #expect(reason(Self.nested(100, innermost: [1 << 3, 5])) == nil)
  }

  @Test func nestedGroupsAreCounted() {
    let groups = { (depth: Int) in
      [UInt8](repeating: 30 << 3 & 0x7f | 3 | 0x80, count: 0)
        + (0..<depth).flatMap { _ in [0xf3, 0x01] as [UInt8] } + (0..<depth).flatMap { _ in [0xf4, 0x01] as [UInt8] }
    }
    #expect(reason(groups(100)) == nil)
    guard case .malformed(let text, _) = reason(groups(100_000))?.reason else {
      Issue.record("groups nested 100,000 deep were read")
      return
    }
    #expect(text.contains("at most 100 deep"))
  }

  @Test func memoryIsCapped() {
    let emptyParts = Array(repeatElement([7 << 3 | 2, 0] as [UInt8], count: 2 << 20).joined())
    #expect(reason(emptyParts)?.reason == .memoryLimitExceeded(limit: 64 << 20))
    #expect(reason(Array(emptyParts.prefix(1 << 18)), DecodingOptions(maximumMemory: 4 << 20)) != nil)
    #expect(reason(Array(emptyParts.prefix(1 << 18))) == nil)
  }

  @Test func smallMemoryLimitsHold() {
    let title = Self.field(1, [UInt8](repeating: 0x61, count: 2000))
    #expect(reason(title, DecodingOptions(maximumMemory: 1000))?.reason == .memoryLimitExceeded(limit: 1000))
    #expect(reason(title, DecodingOptions(maximumMemory: 4000)) == nil)
  }

  @Test func aSubmessageRepeatedOftenIsMergedInBoundedMemory() throws {
    // 50,000 times `parent { tags: "" }`: protobuf-c alone copies the growing list each time.
    let once = Self.field(15, Self.field(8, []))
    let bytes = Array(repeatElement(once, count: 50_000).joined())
    let sample = try Sample(serialized: bytes, options: DecodingOptions(maximumMemory: 1 << 30))
    #expect(sample.parent?.tags.count == 50_000)
  }

  @Test func repeatedSubmessagesMerge() throws {
    var first = Sample.with {
      $0.title = "first"
      $0.count = 3
      $0.tags = ["a"]
      $0.part = .with { $0.name = "pump" }
      $0.outcome = .code(7)
    }
    first.parent = .with { $0.isUrgent = true }
    let second = Sample.with {
      $0.title = "second"
      $0.tags = ["b"]
      $0.parent = .with { $0.note = "n" }
    }
    let bytes = try Self.field(15, first.serialized()) + Self.field(15, second.serialized())
    let merged = try #require(try Sample(serialized: bytes).parent)
    #expect(
      merged
        == .with {
          $0.title = "second"
          $0.count = 3
          $0.tags = ["a", "b"]
          $0.part = .with { $0.name = "pump" }
          $0.outcome = .code(7)
          $0.parent = .with {
            $0.isUrgent = true
            $0.note = "n"
          }
        }
    )
  }

  @Test func repeatedSubmessagesThatProtobufCWouldMergeItselfMerge() throws {
    // protobuf-c merges messages without oneofs, and loses what the earlier one has of implicit presence.
    let first = Implicit.with {
      $0.int32Field = 1
      $0.stringField = "first"
    }
    let second = Implicit.with { $0.int64Field = 2 }
    let field: (Implicit) throws -> [UInt8] = { try Implicit.with { [inner = $0] in $0.nested = inner }.serialized() }
    let merged = try Implicit(serialized: field(first) + field(second))
    #expect(
      merged.nested
        == .with {
          $0.int32Field = 1
          $0.int64Field = 2
          $0.stringField = "first"
        }
    )
  }

  @Test func aListRepeatedOftenIsMergedInBoundedMemory() throws {
    // 50,000 times `list_value { values {} }`: merged one by one it takes memory in the square of that.
    let bytes = Array(repeatElement(Self.field(5, Self.field(1, [])), count: 50_000).joined())
    #expect(try WellKnown(serialized: bytes).listValue?.values.count == 50_000)
  }

  @Test(
    arguments: [[4 << 3 | 5, 1, 0, 0, 0], [4 << 3 | 1, 1, 0, 0, 0, 0, 0, 0, 0], [4 << 3 | 2, 1, 1]] as [[UInt8]]
  )
  func aTruthValueOfTheWrongWireTypeIsUnknown(_ bytes: [UInt8]) throws {
    let sample = try Sample(serialized: bytes)
    #expect(sample.isUrgent == false)
    #expect(sample.unknownFields.bytes == bytes)
  }

  @Test func everyNonZeroTruthValueIsTrue() throws {
    #expect(try Sample(serialized: [4 << 3, 0x80, 0x80, 0x80, 0x80, 0x10]).isUrgent)
    #expect(try Sample(serialized: [4 << 3, 2]).isUrgent)
  }

  @Test func oneofKeepsTheLastMemberAndMergesTheSame() throws {
    let replacement = { (name: String) in
      try Sample.with { $0.outcome = .replacement(.with { $0.name = name }) }.serialized()
    }
    let answer = try Sample.with { $0.outcome = .answer("yes") }.serialized()
    let empty = Self.field(13, [])
    #expect(try Sample(serialized: replacement("a") + answer).outcome == .answer("yes"))
    #expect(try Sample(serialized: answer + replacement("b")).outcome == .replacement(.with { $0.name = "b" }))
    #expect(try Sample(serialized: replacement("a") + empty).outcome == .replacement(.with { $0.name = "a" }))
    #expect(try Sample(serialized: replacement("a") + answer + empty).outcome == .replacement(.init()))
  }

  @Test(arguments: [[0xff], [0xc0, 0x80], [0xed, 0xa0, 0x80], [0xf4, 0x90, 0x80, 0x80], [0xe4, 0xb8]] as [[UInt8]])
  func textMustBeUTF8(_ text: [UInt8]) {
    #expect(reason(Self.field(1, text))?.reason == .invalidUTF8)
    #expect(reason(Self.field(1, text))?.path == "title")
    #expect(reason(Self.field(7, []) + Self.field(7, Self.field(1, text)))?.path == "parts[1].name")
    #expect(reason(Self.field(8, text))?.path == "tags[0]")
    #expect(reason(Self.field(12, text))?.path == "answer")
    #expect(reason(Self.field(10, Self.field(1, text)))?.path == "scores[0].key")
    #expect(
      reason(Self.nested(3, innermost: Self.field(6, Self.field(1, text))))?.path == "parent.parent.parent.part.name"
    )
    #expect(reason(Self.field(16, text)) == nil)
  }

  @Test func wrongWireTypesBecomeUnknownFields() throws {
    // title as varint, is_urgent as fixed32, priority as text, part as varint, tags as fixed64, in a nested message too.
    let odd: [UInt8] =
      [1 << 3, 5] + [4 << 3 | 5, 1, 0, 0, 0] + Self.field(5, [0x61]) + [6 << 3, 1]
      + [8 << 3 | 1, 1, 2, 3, 4, 5, 6, 7, 8]
    let good = Self.field(8, [0x61])
    let sample = try Sample(serialized: good + odd + Self.field(15, odd + good))
    #expect(sample.tags == ["a"])
    #expect(sample.isUrgent == false)
    #expect(sample.priority == nil)
    #expect(sample.unknownFields.bytes == odd)
    #expect(sample.parent?.unknownFields.bytes == odd)
    #expect(sample.parent?.tags == ["a"])
    let again = try Sample(serialized: sample.serialized())
    #expect(again == sample)
  }

  @Test func groupsBecomeUnknownFields() throws {
    // Group 30 with a varint and a group inside; group 1, a known field's number.
    let group: [UInt8] = [0xf3, 0x01, 8, 1, 0xfb, 0x01, 0xfc, 0x01, 0xf4, 0x01] + [11, 8, 1, 12]
    let sample = try Sample(serialized: group + Self.field(8, [0x61]))
    #expect(sample.unknownFields.bytes == group)
    #expect(sample.tags == ["a"])
    #expect(try Sample(serialized: sample.serialized()) == sample)
  }

  @Test func unknownFieldsAndEnumValuesSurvive() throws {
    let bytes = try SampleTests.full.serialized()
    let part = try Sample.Part(serialized: bytes)
    #expect(!part.unknownFields.isEmpty)
    let again = try Sample(serialized: part.serialized())
    #expect(again == SampleTests.full)
    #expect(try Sample(serialized: [2 << 3, 99]).state == .unrecognized(99))
  }

  @Test(
    arguments: [
      [0], [7], [0x80, 0], [0x82, 0, 0], [0xf8, 0xff, 0xff, 0xff, 0x7f, 1], [0x08], [0x0e], [0x0f],
      [0x0a, 5, 0x61], [0x0c], [0x0b], [0x0b, 0x14], [0x18] + [UInt8](repeating: 0xff, count: 11),
      [0x0a, 0xff, 0xff, 0xff, 0xff, 0xff, 1], [0x4a, 1, 0x80], [0x32, 2, 0x0a, 1],
    ] as [[UInt8]]
  )
  func malformedBytesAreRefused(_ bytes: [UInt8]) {
    guard case .malformed = reason(bytes)?.reason else {
      Issue.record("\(bytes) gave \(String(describing: reason(bytes)))")
      return
    }
  }

  @Test func truncatedAtEveryByte() throws {
    let bytes = try SampleTests.full.serialized()
    for count in 0..<bytes.count {
      let decoded = try? Sample(serialized: Array(bytes[..<count]))
      // A cut between two fields is a message; any other must be refused, never read as something else.
      if let decoded { #expect(try decoded.serialized().count == count) }
    }
  }
}
