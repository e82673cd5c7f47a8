internal import RedSailStore
internal import Testing

@Suite struct FilterParserTests {
  private static func parse(_ text: String) throws -> Predicate {
    try FilterParser.parse(text, for: Fixture.ticket) { field, name in
      field == "state" ? ["RECEIVED": 1, "CLOSED": 8][name] : nil
    }
  }

  static let a = Predicate.compare("priority", .equal, 1)
  static let b = Predicate.compare("priority", .equal, 2)
  static let c = Predicate.compare("priority", .equal, 3)

  /// The precedences are those of AIP-160: OR binds tighter than AND.
  @Test(
    arguments: [
      ("", .all), ("  ", .all),
      ("priority = 1", a), ("priority=1", a), ("(priority = 1)", a), ("((priority = 1))", a),
      ("priority = 1 AND priority = 2 OR priority = 3", .and([a, .isIn("priority", [2, 3])])),
      ("priority = 1 OR priority = 2 AND priority = 3", .and([.isIn("priority", [1, 2]), c])),
      // Values of one column are a list, which an index finds; alternatives of another kind stay what they are.
      ("priority = 1 OR priority > 2", .or([a, .compare("priority", .greater, 2)])),
      ("priority = 1 priority = 2", .and([a, b])), ("(priority=1)(priority=2)", .and([a, b])),
      ("(priority = 1 AND priority = 2) OR priority = 3", .or([.and([a, b]), c])),
      ("NOT priority = 1", .not(a)), ("-priority = 1", .not(a)),
      ("NOT (priority = 1 OR priority = 2)", .not(.isIn("priority", [1, 2]))),
      ("-(priority = 1)", .not(a)), ("priority = 1 -priority = 2", .and([a, .not(b)])),
      ("priority = -5", .compare("priority", .equal, -5)), ("priority >= 2", .compare("priority", .greaterOrEqual, 2)),
      ("priority != 2", .compare("priority", .notEqual, 2)), ("priority < 2", .compare("priority", .less, 2)),
      ("priority : 2", b), ("priority:*", .not(.isUnset("priority"))),
      ("-priority:*", .not(.not(.isUnset("priority")))),
      ("score > 1.5", .compare("score", .greater, 1.5)), ("score = -2e3", .compare("score", .equal, -2000.0)),
      ("urgent = true", .compare("urgent", .equal, 1)), ("urgent != false", .compare("urgent", .notEqual, 0)),
      ("state = CLOSED", .compare("state", .equal, 8)), ("state != \"RECEIVED\"", .compare("state", .notEqual, 1)),
      ("content.title = \"灯 不亮\"", .compare("title", .equal, "灯 不亮")),
      ("content.title = '\"'", .compare("title", .equal, "\"")),
      ("content.title = \"a\\\"b\\\\\\n\"", .compare("title", .equal, "a\"b\\\n")),
      (
        "content.title = \"' OR 1=1; DROP TABLE ticket --\"",
        .compare("title", .equal, "' OR 1=1; DROP TABLE ticket --")
      ),
      ("content.title = \"灯*\"", .hasPrefix("title", "灯")), ("content.title = 灯*", .hasPrefix("title", "灯")),
      ("content.title != \"灯*\"", .not(.hasPrefix("title", "灯"))), ("content.title = \"*\"", .not(.isUnset("title"))),
      ("content.title = AND", .compare("title", .equal, "AND")),
      ("due_time > \"1970-01-01T00:00:01Z\"", .compare("due_time", .greater, 1_000_000)),
      ("due_time <= 1970-01-01T08:00:00.5+08:00", .compare("due_time", .lessOrEqual, 500_000)),
      (
        "event_date = 2025-01-31 AND event_date<\"2025-02-01\"",
        .and([.compare("event_date", .equal, 20_250_131), .compare("event_date", .less, 20_250_201)])
      ),
    ] as [(String, Predicate)]
  )
  func readsWhatTheGrammarAllows(_ text: String, _ expected: Predicate) throws {
    #expect(try Self.parse(text) == expected)
  }

  @Test(arguments: [
    ("title = 1", 0), ("priority", 8), ("priority 1", 9), ("priority =", 10), ("priority = abc", 11),
    ("priority = 1.5", 11), ("priority = 9223372036854775808", 11), ("priority == 1", 10), ("priority ! 1", 9),
    ("= 1", 0), ("priority = 1 AND", 16), ("priority = 1 OR", 15), ("AND priority = 1", 0), ("NOT", 3),
    ("NOT NOT priority = 1", 4), ("(priority = 1", 13), ("priority = 1)", 12), ("()", 1), ("size(title) = 1", 0),
    ("priority(1)", 8), ("\"text\"", 0), ("content.title = \"abc", 16), ("content.title = \"a\\x\"", 18),
    ("content.title = \"*a\"", 16), ("content.title = \"a*b*\"", 16), ("content.title > \"a*\"", 16),
    ("content. = 1", 9), ("content.title = \"a\0\"", 16), ("state = OPEN", 8), ("state > CLOSED", 6),
    ("urgent = yes", 9), ("urgent < true", 7), ("score = nan", 8), ("score = inf", 8),
    ("due_time > 2025-01-31", 11), ("due_time > \"2025-01-31T08:00:00\"", 11),
    ("due_time > \"2025-02-29T00:00:00Z\"", 11),
    ("event_date = 2025-13-01", 13), ("event_date = 20250131", 13), ("area = 3", 0), ("priority = 1 ; DROP", 13),
    ("priority = 1\0", 12), ("priority = (1)", 11), ("a.b.c = 1", 0), ("bytes = 1", 0), ("id = 1", 0),
    ("content.title = \"a\"content.title = \"b\"", 19), ("priority = 1,", 12),
  ])
  func saysWhereAFilterIsWrong(_ text: String, _ position: Int) throws {
    let error = try #require(throws: FilterError.self) { try Self.parse(text) }
    #expect(error.position == position, "\(error)")
  }

  @Test func boundsLengthNestingAndSize() throws {
    let deep = String(repeating: "(", count: 21) + "priority=1" + String(repeating: ")", count: 21)
    #expect(throws: FilterError.self) { try Self.parse(deep) }
    #expect(throws: Never.self) { try Self.parse(String(deep.dropFirst().dropLast())) }
    #expect(throws: FilterError.self) {
      try Self.parse(Array(repeating: "priority=1", count: 65).joined(separator: " OR "))
    }
    #expect(throws: FilterError.self) { try Self.parse(String(repeating: " ", count: 4_097)) }
    #expect(throws: FilterError.self) { try Self.parse(String(repeating: "(", count: 4_096)) }
  }

  @Test func namesFieldsAndExpectations() throws {
    let unknown = try #require(throws: FilterError.self) { try Self.parse("priority = 1 AND stat = CLOSED") }
    #expect(unknown.message.contains("stat") && unknown.message.contains("content.title"))
    #expect(!unknown.message.contains("area"))
    let enumeration = try #require(throws: FilterError.self) { try Self.parse("state = OPEN") }
    #expect(enumeration.message.contains("OPEN") && enumeration.message.contains("state"))
  }

  @Test func anyTextIsEitherReadOrRefused() throws {
    let pieces = [
      "priority", "=", "1", "(", ")", " ", "AND", "OR", "NOT", "-", ":", "\"", "'", "\\", "*", ".", "灯", "\0", "<", "!",
      "content.title", "\u{1F3F3}\u{FE0F}\u{200D}\u{1F308}", ",", "2025-01-01",
    ]
    var random = SeededGenerator(seed: 1)
    var read = 0
    for _ in 0..<20_000 {
      let text = (0..<Int.random(in: 1...9, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }
        .joined()
      do {
        _ = try Self.parse(text)
        read += 1
      } catch let error as FilterError {
        #expect((0...text.count).contains(error.position), "\(text)")
      }
    }
    #expect(read > 0)
  }
}
