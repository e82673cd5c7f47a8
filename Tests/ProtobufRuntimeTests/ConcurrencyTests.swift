internal import ProtobufRuntime
internal import Testing

@Suite struct ConcurrencyTests {
  /// A type that no other test uses, so that its first use is here, on many threads at once.
  struct Link: ProtobufRuntime.Message {
    var label: String = ""
    @Boxed var next: Link?
    var unknownFields = UnknownFields()

    init() {}

    static let layout: MessageLayout = MessageLayout(
      "sample.v1.Link",
      size: 48,
      fields: [
        FieldLayout("label", 1, .string, at: 24),
        FieldLayout("next", 2, .message { Link.layout }, at: 40),
      ]
    )

    init(reading fields: FieldReader) {
      label = fields.value(at: 24)
      next = fields.message(at: 40)
      unknownFields = fields.unknownFields()
    }

    func write(to fields: FieldWriter) {
      fields.set(label, at: 24)
      fields.set(message: next, at: 40)
      fields.set(unknownFields: unknownFields)
    }
  }

  @Test func threadsCodeAtOnce() async throws {
    try await withThrowingTaskGroup(of: Link.self) { group in
      for index in 0..<64 {
        group.addTask {
          var link = Link()
          for step in 0..<50 {
            let inner = link
            link = .with {
              $0.label = "\(index)-\(step)"
              $0.next = inner
            }
            let bytes = try link.serialized()
            #expect(try Link(serialized: bytes) == link)
            #expect(try Link(json: link.json()) == link)
          }
          return link
        }
      }
      var labels: Set<String> = []
      for try await link in group { labels.insert(link.label) }
      #expect(labels.count == 64)
    }
  }

  @Test func codingInsideCodingKeepsBothApart() throws {
    let outer = SampleTests.full
    let bytes = try outer.withPrepared { prepared in
      let inner = try Link.with { $0.label = String(repeating: "x", count: 200_000) }.serialized()
      #expect(try Link(serialized: inner).label.utf8.count == 200_000)
      return prepared.bytes()
    }
    #expect(try Sample(serialized: bytes) == outer)
  }
}
