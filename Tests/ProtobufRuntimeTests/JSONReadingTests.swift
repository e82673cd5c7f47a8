internal import ProtobufRuntime
internal import Testing

/// JSON texts that are odd or wrong: accepted and refused as Python accepts and refuses them.
@Suite struct JSONReadingTests {
  struct Text: Codable {
    var type: String
    var json: String
  }

  static func value(_ field: String, _ values: [String]) -> [Text] {
    values.flatMap { value in
      [
        Text(type: "redsail.test.v1.Implicit", json: "{\"\(field)\": \(value)}"),
        Text(type: "redsail.test.v1.Explicit", json: "{\"\(field)\": \(value)}"),
        Text(type: "redsail.test.v1.Choice", json: "{\"\(field)\": \(value)}"),
        Text(type: "redsail.test.v1.Lists", json: "{\"\(field)\": [\(value)]}"),
      ]
    }
  }

  static func wellKnown(_ field: String, _ values: [String]) -> [Text] {
    values.map { Text(type: "redsail.test.v1.WellKnown", json: "{\"\(field)\": \($0)}") }
  }

  static let integers = [
    "0", "-0", "1", "-1", "\"1\"", "\"-1\"", "1.0", "1e3", "1.5e1", "10e-1", "1.5", "1e-1", "01", "+1", "\"01\"",
    "\"+1\"",
    "\" 1\"", "\"1 \"", "\"\"", "\"a\"", "true", "[]", "{}", "null", "2147483647", "2147483648", "-2147483648",
    "-2147483649", "4294967295", "4294967296", "0x1", "1.", ".1", "-", "1e", "1e400", "--1",
  ]
  static let longIntegers = [
    "9223372036854775807", "\"9223372036854775807\"", "\"9223372036854775808\"", "-9223372036854775808",
    "\"18446744073709551615\"", "\"18446744073709551616\"", "18446744073709551615", "\"9007199254740993\"",
  ]
  static let texts: [Text] =
    ["int32Field", "uint32Field", "sfixed64Field"].flatMap { value($0, integers) }
    + ["int64Field", "uint64Field"].flatMap { value($0, longIntegers) }
    + ["floatField", "doubleField"].flatMap {
      value(
        $0,
        [
          "0", "1.5", "-1.5e3", "\"1.5\"", "\"NaN\"", "\"Infinity\"", "\"-Infinity\"", "\"nan\"", "\"inf\"", "1e400",
          "-1e400",
          "3.5e38", "1e-400", "true", "\"\"", "[]", "null", "NaN", "Infinity", "-Infinity", "\"-0\"", "0x1p3",
        ]
      )
    }
    + value("boolField", ["true", "false", "\"true\"", "1", "0", "null", "True", "[]"])
    + value(
      "stringField",
      [
        "\"\"", "\"\\u0000\"", "\"\\ud83d\\udeb0\"", "\"\\ud83d\"", "\"\\udeb0\"", "\"\\ud83dx\"", "\"\\ud83d\\u0041\"",
        "\"\\u00e9\\b\\f\\n\\r\\t\\/\\\\\\\"\"", "\"\\x\"", "\"\\u12\"", "\"\\u12g4\"", "\"a\nb\"", "1", "true", "null",
        "[]", "'a'", "\"",
      ]
    )
    + value(
      "bytesField",
      [
        "\"\"", "\"AAEC\"", "\"AA==\"", "\"AA\"", "\"_-8=\"", "\"/+8=\"", "\"A\"", "1", "null", "[]",
      ]
    )
    + value(
      "colour",
      [
        "0", "\"COLOUR_RED\"", "\"COLOUR_CRIMSON\"", "1", "-1", "99", "\"colour_red\"", "\"\"", "true", "null",
        "2147483648",
      ]
    )
    + value("nested", ["{}", "{\"nested\": {\"int32Field\": 1}}", "null", "[]", "1", "\"\"", "{\"x\": 1}"])
    + [
      "{}", "", " ", "{", "}", "[]", "null", "1", "{\"int32Field\": 1,}", "{,}", "{\"int32Field\" 1}",
      "{int32Field: 1}",
      "{\"int32Field\": 1} x", " {\n\"int32Field\"\t:\r1 } ", "{\"int32_field\": 1}",
      "{\"int32Field\": 1, \"int32Field\": 2}",
      "{\"int32Field\": 1, \"int32_field\": 2}", "{\"unknown\": 1}", "{\"distant\": \"x\"}", "{\"far_field\": \"x\"}",
      "{\"farField\": \"x\"}",
      "{\"int32Field\": 1, /* c */ \"int64Field\": 2}", "{\"\\u0069nt32Field\": 1}",
    ].map { Text(type: "redsail.test.v1.Implicit", json: $0) }
    + [
      "{\"int32Field\": [1, null]}", "{\"int32Field\": null}", "{\"int32Field\": 1}", "{\"int32Field\": [1,]}",
      "{\"int32Field\": [1 2]}",
      "{\"nested\": [null]}", "{\"int32Field\": [[1]]}",
    ].map { Text(type: "redsail.test.v1.Lists", json: $0) }
    + [
      "{\"int32Field\": 1, \"int64Field\": \"2\"}", "{\"int32Field\": 1, \"int64Field\": null}", "{\"nothing\": null}",
      "{\"int32Field\": null}",
    ].map { Text(type: "redsail.test.v1.Choice", json: $0) }
    + [
      "{\"int32Keys\": {\"1\": 1, \"-1\": 2}}", "{\"int32Keys\": {\"a\": 1}}", "{\"int32Keys\": {\"1\": null}}",
      "{\"int32Keys\": {\"\": 1}}",
      "{\"int32Keys\": {\"2147483648\": 1}}", "{\"boolKeys\": {\"true\": true, \"false\": true}}",
      "{\"boolKeys\": {\"1\": true}}",
      "{\"stringValues\": {\"a\": \"b\", \"a\": \"c\"}}", "{\"stringValues\": null}", "{\"stringValues\": []}",
      "{\"int32Keys\": {1: 1}}",
      "{\"nestedValues\": {\"a\": {}}}", "{\"colourValues\": {\"a\": \"COLOUR_RED\"}}",
      "{\"colourValues\": {\"a\": \"X\"}}",
    ].map { Text(type: "redsail.test.v1.Maps", json: $0) }
    + wellKnown(
      "timestamp",
      [
        "\"2025-01-31T08:00:00Z\"", "\"2025-01-31T08:00:00.123456789Z\"", "\"2025-01-31T08:00:00.1234567890Z\"",
        "\"2025-01-31T08:00:00+08:00\"", "\"2025-01-31T08:00:00-00:30\"", "\"0001-01-01T00:00:00Z\"",
        "\"9999-12-31T23:59:59.999999999Z\"",
        "\"0000-12-31T23:59:59Z\"", "\"2025-02-29T00:00:00Z\"", "\"2024-02-29T00:00:00Z\"", "\"1900-02-29T00:00:00Z\"",
        "\"2025-01-31\"",
        "\"2025-01-31T24:00:00Z\"", "\"2025-13-01T00:00:00Z\"", "\"2025-01-31 08:00:00Z\"", "\"2025-01-31T08:00:00\"",
        "\"\"", "0", "null", "{}",
        "\"2025-01-31t08:00:00z\"", "\"0001-01-01T00:00:00+01:00\"",
      ]
    )
    + wellKnown(
      "duration",
      [
        "\"1s\"", "\"-1.5s\"", "\"0.000000001s\"", "\"1.0000000001s\"", "\"1\"", "\"s\"", "\"\"", "\"315576000000s\"",
        "\"315576000001s\"", "\"-315576000001s\"", "\"1.s\"", "1", "null", "\"1m\"", "\"-0.5s\"",
      ]
    )
    + wellKnown("fieldMask", ["\"\"", "\"a,bC.d\"", "\"a_b\"", "1", "null", "{}"])
    + wellKnown("value", ["null", "1", "\"a\"", "true", "{}", "[]", "{\"a\": [null]}", "[1,]"])
    + wellKnown("values", ["[null]", "null", "[1, null, [null]]"])
    + wellKnown("valueMap", ["{\"a\": null}"])
    + wellKnown("struct", ["{}", "{\"a\": null}", "null", "[]"])
    + wellKnown("listValue", ["[]", "[null]", "null", "{}"])
    + wellKnown("nullValue", ["null", "\"NULL_VALUE\"", "0"])
    + wellKnown("int64Value", ["\"1\"", "1", "null", "\"\"", "{}", "0"])
    + wellKnown("boolValue", ["true", "false", "null", "0"])
    + wellKnown("stringValue", ["\"\"", "null", "1"])
    + wellKnown("bytesValue", ["\"AA==\"", "null"])
    + wellKnown("empty", ["{}", "null", "{\"a\": 1}", "[]"])
    + wellKnown(
      "any",
      [
        "{}", "null", "{\"@type\": \"type.googleapis.com/redsail.test.v1.Implicit\", \"int32Field\": 1}",
        "{\"int32Field\": 1, \"@type\": \"type.googleapis.com/redsail.test.v1.Implicit\"}",
        "{\"@type\": \"type.googleapis.com/redsail.test.v1.Implicit\"}",
        "{\"@type\": \"redsail.test.v1.Implicit\"}", "{\"@type\": \"type.googleapis.com/x.Y\"}", "{\"@type\": 1}",
        "{\"int32Field\": 1}",
        "{\"@type\": \"type.googleapis.com/google.protobuf.Timestamp\", \"value\": \"2025-01-31T08:00:00Z\"}",
        "{\"@type\": \"type.googleapis.com/google.protobuf.Timestamp\"}",
        "{\"value\": \"1s\", \"@type\": \"type.googleapis.com/google.protobuf.Duration\"}",
        "{\"@type\": \"type.googleapis.com/redsail.test.v1.Implicit\", \"unknown\": 1}",
        "{\"@type\": \"type.googleapis.com/google.protobuf.Any\", \"value\": {\"@type\": \"type.googleapis.com/google.protobuf.Duration\", \"value\": \"1s\"}}",
      ]
    )

  /// Where Python's reader is laxer than the mapping's text, or stricter (`null` for a repeated field is an empty one).
  static let deviations: Set<String> = {
    var result: Set<String> = [
      "accepts {\"values\": null}",
      // A map's entries come in the order of their keys here, in another order there.
      "reads otherwise {\"boolKeys\": {\"true\": true, \"false\": true}}",
      // Both names of one field; a type URL without a slash; lists and texts where objects belong.
      "refuses {\"int32Field\": 1, \"int32_field\": 2}",
      "refuses {\"any\": {\"@type\": \"redsail.test.v1.Implicit\"}}",
      "refuses []", "refuses {\"empty\": []}",
      "refuses {\"duration\": \"1.0000000001s\"}", "refuses {\"duration\": \"1.s\"}",
    ]
    let values = [
      ("nested", ["\"\"", "[]"]), ("colour", ["true"]), ("doubleField", ["\"inf\"", "true"]),
      ("floatField", ["\"inf\"", "true"]), ("int32Field", ["\"+1\"", "\"01\""]),
      ("sfixed64Field", ["\"+1\"", "\"01\""]), ("uint32Field", ["\"+1\"", "\"01\""]),
    ]
    for (field, texts) in values {
      for text in texts {
        result.insert("refuses {\"\(field)\": \(text)}")
        result.insert("refuses {\"\(field)\": [\(text)]}")
      }
    }
    return result
  }()

  @Test func acceptsAndRefusesAsPythonDoes() throws {
    let expected = try PythonPeer.run("read-json", Self.texts, as: [Hex?].self)
    var deviations: [String] = []
    for (text, expected) in zip(Self.texts, expected) {
      let type = try #require(CrossCheckTests.types.first { $0.layout.fullName == text.type })
      let found = read(type, text.json)
      if found == expected { continue }
      let verb = found == nil ? "refuses" : expected == nil ? "accepts" : "reads otherwise"
      deviations.append("\(verb) \(text.json)")
    }
    #expect(Set(deviations) == Self.deviations)
  }

  private func read<M: Message>(_ type: M.Type, _ json: String) -> Hex? {
    let options = JSONDecodingOptions(types: CrossCheckTests.registry)
    guard let message = try? M(json: json, options: options) else { return nil }
    return (try? message.serialized(options: EncodingOptions(isDeterministic: true))).map(Hex.init)
  }
}
