internal import ProtobufRuntime
internal import Testing

@Suite struct JSONTests {
  private func error<M: Message>(
    _ json: String,
    _ type: M.Type,
    _ options: JSONDecodingOptions = JSONDecodingOptions(types: CrossCheckTests.registry)
  ) -> JSONDecodingError? {
    do throws(JSONDecodingError) {
      _ = try M(json: json, options: options)
      return nil
    } catch {
      return error
    }
  }

  @Test func errorsSayWhereAndWhat() {
    let nested = error("{\n  \"nested\": {\n    \"int32Field\": \"x\"\n  }\n}", Implicit.self)
    #expect(nested?.description == "3:19: nested.int32Field: expected int32, got \"x\"")
    #expect(
      error("{\"int32Field\": [1, 2147483648]}", Lists.self)?.description
        == "1:20: int32Field[1]: expected int32, a whole number from -2147483648 to 2147483647, got 2147483648"
    )
    #expect(
      error("{\"nestedValues\": {\"a\": {\"colour\": \"GREEN\"}}}", Maps.self)?.description
        == "1:35: nestedValues[\"a\"].colour: redsail.test.v1.Colour has no value \"GREEN\""
    )
    #expect(error("{\"nope\": 1}", Implicit.self)?.description == "1:2: redsail.test.v1.Implicit has no field \"nope\"")
    #expect(error("{\"boolField\": true", Implicit.self)?.text == "expected \",\" or \"}\", got the end of the text")
    #expect(error("{\"stringField\": tru}", Implicit.self)?.text == "expected a string, got tru")
    #expect(error("{\"any\": {\"@type\": \"a/b.C\"}}", WellKnown.self)?.reason == .unknownType)
    #expect(error("{\"int32Field\": 1, \"int64Field\": 2}", Choice.self)?.reason == .duplicate)
    #expect(error("{\"stringField\": \"\\ud83d\"}", Implicit.self)?.reason == .syntax)
  }

  @Test func nestingIsLimited() {
    let nested = { (depth: Int) in
      String(repeating: "{\"nested\":", count: depth) + "{}" + String(repeating: "}", count: depth)
    }
    #expect(error(nested(100), Implicit.self) == nil)
    #expect(error(nested(101), Implicit.self)?.reason == .nestingTooDeep)
    #expect(error(nested(100_000), Implicit.self)?.reason == .nestingTooDeep)
    let unknown = "{\"x\":" + String(repeating: "[", count: 100_000) + "}"
    let options = JSONDecodingOptions(ignoresUnknownFields: true)
    #expect(error(unknown, Implicit.self, options)?.reason == .nestingTooDeep)
    let values = "{\"value\":" + String(repeating: "[", count: 100_000)
    #expect(error(values, WellKnown.self)?.reason == .nestingTooDeep)
  }

  @Test func memoryIsLimited() {
    let text = "{\"nested\": [" + Array(repeating: "{}", count: 10_000).joined(separator: ",") + "]}"
    #expect(error(text, Lists.self, JSONDecodingOptions(maximumMemory: 1 << 20))?.reason == .memoryLimitExceeded)
    #expect(error(text, Lists.self) == nil)
  }

  @Test func unknownNamesCanBeIgnored() throws {
    let options = JSONDecodingOptions(ignoresUnknownFields: true)
    let text = #"{"x": [{"y": [1, null]}], "int32Field": 1, "colour": "GREEN", "z": "\n"}"#
    #expect(try Implicit(json: text, options: options) == .with { $0.int32Field = 1 })
    let lists = #"{"colour": ["GREEN", "COLOUR_RED"]}"#
    #expect(try Lists(json: lists, options: options).colour == [.red])
    let maps = #"{"colourValues": {"a": "GREEN", "b": "COLOUR_BLUE"}}"#
    #expect(try Maps(json: maps, options: options).colourValues == ["b": .blue])
    #expect(error("{\"x\": [1,]}", Implicit.self, options)?.reason == .syntax)
  }

  @Test func optionsChangeTheText() throws {
    let message = Implicit.with {
      $0.int32Field = 1
      $0.colour = .red
      $0.nested = .with { $0.farField = "x" }
    }
    #expect(try message.json() == #"{"int32Field":1,"colour":"COLOUR_RED","nested":{"distant":"x"}}"#)
    #expect(
      try message.json(options: JSONEncodingOptions(preservesProtoFieldNames: true, printsEnumsAsNumbers: true))
        == #"{"int32_field":1,"colour":1,"nested":{"far_field":"x"}}"#
    )
    #expect(
      try message.json(options: JSONEncodingOptions(isPretty: true)) == """
        {
          "int32Field": 1,
          "colour": "COLOUR_RED",
          "nested": {
            "distant": "x"
          }
        }
        """
    )
    #expect(
      try Lists.with { $0.int32Field = [1, 2] }.json(options: .init(isPretty: true)) == """
        {
          "int32Field": [
            1,
            2
          ]
        }
        """
    )
    #expect(try Implicit().json(options: .init(isPretty: true)) == "{}")
  }

  @Test func defaultsArePrintedOnRequest() throws {
    let options = JSONEncodingOptions(alwaysPrintsDefaults: true)
    #expect(
      try Implicit().json(options: options) == """
        {"int32Field":0,"sint32Field":0,"sfixed32Field":0,"int64Field":"0","sint64Field":"0","sfixed64Field":"0",\
        "uint32Field":0,"fixed32Field":0,"uint64Field":"0","fixed64Field":"0","floatField":0,"doubleField":0,\
        "boolField":false,"stringField":"","bytesField":"","colour":"COLOUR_UNSPECIFIED","distant":""}
        """
    )
    #expect(try Explicit().json(options: options) == "{}")
    #expect(try Choice().json(options: options) == "{}")
    #expect(try Maps().json(options: options).contains(#""boolKeys":{}"#))
    #expect(try Lists().json(options: options).contains(#""nested":[]"#))
  }

  @Test func valuesWithoutAJSONFormAreNamed() {
    func text<M: Message>(_ message: M) -> String? {
      do { _ = try message.json() } catch { return "\(error)" }
      return nil
    }
    #expect(
      text(WellKnown.with { $0.timestamps = [.init(), .init(seconds: .max)] })
        == "timestamps[1]: expected a time from year 1 to 9999, got 9223372036854775807 seconds and 0 nanoseconds"
    )
    #expect(text(WellKnown.with { $0.duration = .init(seconds: 1, nanos: -1) })?.hasPrefix("duration: ") == true)
    #expect(text(WellKnown.with { $0.fieldMask = ["a__b"] })?.hasPrefix("field_mask: ") == true)
    #expect(text(WellKnown.with { $0.any = .with { $0.typeURL = "a/b.C" } })?.hasPrefix("any: ") == true)
    #expect(
      text(
        WellKnown.with {
          $0.any = .with {
            $0.typeURL = "a/google.protobuf.Duration"; $0.value = [0]
          }
        }
      )?
      .contains("expected the bytes of a google.protobuf.Duration") == true
    )
  }

  @Test func encodingIsAsDeepAsDecoding() throws {
    func nested(_ depth: Int) -> Implicit { (0..<depth).reduce(Implicit()) { inner, _ in .with { $0.nested = inner } } }
    #expect(try Implicit(serialized: nested(100).serialized()) == nested(100))
    #expect(throws: EncodingError.self) { try nested(101).serialized() }
    #expect(throws: EncodingError.self) { try nested(101).json() }
  }
}
