internal import ProtobufRuntime
internal import RPCCore
internal import Synchronization
internal import Testing

/// AIP-158. `Note` stands for request and response: `text` is the token, `unknownFields` are not touched.
@Suite struct PagingTests {
  /// Pages by token: the numbers on it and the next token.
  static func sequence(_ pages: [String: ([Int64], String)], fetched: @escaping @Sendable (String) -> Void = { _ in })
    -> PagingSequence<Note, Page, Int64>
  {
    PagingSequence(Note(), pageToken: \.text, items: \.items, nextPageToken: \.token) { request throws(RPCError) in
      fetched(request.text)
      guard let page = pages[request.text] else { throw RPCError(code: .invalidArgument, message: "bad token") }
      var response = Page()
      response.items = page.0
      response.token = page.1
      return response
    }
  }

  @Test func givesAllItemsAndFetchesPagesAsNeeded() async throws {
    let fetched = Mutex<[String]>([])
    let pages = Self.sequence(["": ([1, 2], "a"), "a": ([], "b"), "b": ([3], "")]) { token in
      fetched.withLock { $0.append(token) }
    }
    var iterator = pages.makeAsyncIterator()
    #expect(try await iterator.next() == 1)
    #expect(try await iterator.next() == 2)
    #expect(fetched.withLock { $0 } == [""])
    // The page with token "a" is empty though another follows.
    #expect(try await iterator.next() == 3)
    #expect(try await iterator.next() == nil)
    #expect(try await iterator.next() == nil)
    #expect(fetched.withLock { $0 } == ["", "a", "b"])
  }

  @Test func passesErrorsOnAndRefusesToGoInCircles() async throws {
    let failing = await #expect(throws: RPCError.self) { for try await _ in Self.sequence(["": ([1], "x")]) {} }
    #expect(failing?.code == .invalidArgument)
    let circling = await #expect(throws: RPCError.self) {
      for try await _ in Self.sequence(["": ([], "a"), "a": ([], "a")]) {}
    }
    #expect(circling?.code == .internal)
  }
}

/// What the plugin generates for `message Page { repeated int64 items = 1; string token = 2; }`.
struct Page: ProtobufRuntime.Message {
  var items: [Int64] = []
  var token: String = ""
  var unknownFields = UnknownFields()

  init() {}

  static let layout: MessageLayout = MessageLayout(
    "test.Page",
    size: 56,
    fields: [FieldLayout("items", 1, .int64, .packed, at: 24), FieldLayout("token", 2, .string, at: 40)]
  )

  init(reading fields: FieldReader) {
    items = fields.repeated(at: 24)
    token = fields.value(at: 40)
    unknownFields = fields.unknownFields()
  }

  func write(to fields: FieldWriter) {
    fields.set(repeated: items, at: 24)
    fields.set(token, at: 40)
    fields.set(unknownFields: unknownFields)
  }
}
