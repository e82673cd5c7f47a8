internal import RedSailStore
internal import Testing

@Suite struct OrderParserTests {
  @Test(
    arguments: [
      ("", []), (" ", []), ("priority", [Ordering("priority")]),
      (" priority  desc ", [Ordering("priority", descending: true)]),
      ("content.title asc", [Ordering("title")]), ("name", [Ordering("name")]),
      ("state, due_time", [Ordering("state"), Ordering("due_time")]),
      ("state desc,due_time desc", [Ordering("state", descending: true), Ordering("due_time", descending: true)]),
    ] as [(String, [Ordering])]
  )
  func readsOrders(_ text: String, _ expected: [Ordering]) throws {
    #expect(try OrderParser.parse(text, for: Fixture.ticket) == expected)
  }

  @Test(arguments: [
    ("title", 0), ("priority,", 9), (",priority", 0), ("priority DESC", 0), ("priority desc desc", 0),
    ("state, no_such", 7), ("state, state", 7), ("area", 0), ("state, due_time desc", 0), ("due_time, state", 0),
    ("priority; DROP TABLE", 0),
  ])
  func saysWhereAnOrderIsWrong(_ text: String, _ position: Int) throws {
    let error = try #require(throws: FilterError.self) { try OrderParser.parse(text, for: Fixture.ticket) }
    #expect(error.position == position, "\(error)")
  }
}
