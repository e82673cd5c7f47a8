internal import ProtobufRuntime
internal import Testing

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

@Suite struct WellKnownTypeTests {
  @Test func timestampsOrderAndCount() throws {
    let time = try #require(Timestamp(rfc3339: "2025-12-31T23:59:59.75+08:00"))
    #expect(time.rfc3339 == "2025-12-31T15:59:59.750Z")
    #expect((time + .milliseconds(250)).rfc3339 == "2025-12-31T16:00:00Z")
    #expect((time - .seconds(1)).rfc3339 == "2025-12-31T15:59:58.750Z")
    #expect((time - .milliseconds(750)).rfc3339 == "2025-12-31T15:59:59Z")
    #expect(time - Timestamp(seconds: time.seconds - 1, nanos: 800_000_000) == .milliseconds(950))
    #expect(time < time + .nanoseconds(1))
    #expect(Timestamp(rfc3339: "2025-12-31") == nil)
    #expect(Timestamp(seconds: 0, nanos: -1).rfc3339 == nil)
    #expect(!Timestamp(seconds: 253_402_300_800).isValid)
  }

  @Test(arguments: [0, 0.5, -0.25, 1_735_660_800.125, -62_135_596_800])
  func datesGoBothWays(_ seconds: Double) {
    let date = Date(timeIntervalSince1970: seconds)
    #expect(Timestamp(date).date == date)
    #expect((0...999_999_999).contains(Timestamp(date).nanos))
  }

  @Test(arguments: ["1600-02-29", "1900-03-01", "1969-12-31", "1970-01-01", "2000-02-29", "9999-12-31"])
  func everyDayFoundationKnows(_ day: String) throws {
    let text = "\(day)T12:34:56Z"
    let date = try Date(text, strategy: .iso8601)
    #expect(Timestamp(rfc3339: text)?.seconds == Int64(date.timeIntervalSince1970))
    #expect(Timestamp(date).rfc3339 == text)
  }

  @Test func durationsGoBothWays() throws {
    for (text, duration) in [
      ("1.500s", Duration.milliseconds(1500)), ("-0.000000001s", .nanoseconds(-1)), ("0s", .zero),
    ] {
      #expect(ProtobufDuration(duration).text == text)
      #expect(ProtobufDuration(text: text)?.duration == duration)
    }
    #expect(ProtobufDuration(seconds: 1, nanos: -1).text == nil)
    #expect(ProtobufDuration(text: "1.5") == nil)
  }

  @Test func anyHoldsWhatWasPacked() throws {
    let any = try ProtobufAny(packing: SampleTests.full)
    #expect(any.typeURL == "type.googleapis.com/sample.v1.Sample")
    #expect(any.holds(Sample.self))
    #expect(try any.unpacked(as: Sample.self) == SampleTests.full)
    #expect(try any.unpacked(as: Sample.Part.self) == nil)
    #expect(throws: DecodingError.self) {
      try ProtobufAny.with {
        $0.typeURL = any.typeURL
        $0.value = [0]
      }.unpacked(as: Sample.self)
    }
  }

  @Test func valuesAreLiterals() throws {
    let value: ProtobufValue = ["a": [1, 2.5, "x", true, nil], "b": [:]]
    #expect(try value.json() == #"{"a":[1,2.5,"x",true,null],"b":{}}"#)
    #expect(throws: JSONEncodingError.self) { try ProtobufValue(.numberValue(.nan)).json() }
  }

  @Test func anyNestedBeyondAnyLimitIsNotFollowed() throws {
    var any = ProtobufAny()
    for _ in 0..<200 { any = try ProtobufAny(packing: any) }
    #expect(throws: JSONEncodingError.self) { try any.json() }
  }
}
