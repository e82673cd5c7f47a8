internal import ProtobufRuntime
internal import Testing

@Suite struct SampleTests {
  static let full = Sample.with {
    $0.title = "漏水\u{0}三楼"
    $0.state = .unrecognized(77)
    $0.count = -5
    $0.isUrgent = true
    $0.priority = 0
    $0.part = .with { $0.name = "pump" }
    $0.parts = [.with { $0.name = "a" }, Sample.Part()]
    $0.tags = ["", "x", String(repeating: "长", count: 40)]
    $0.deltas = [-1, .max, .min, 0]
    $0.scores = ["": 0, "a": -1]
    $0.partsByID = [-1: .with { $0.name = "m" }, 0: Sample.Part()]
    $0.outcome = .replacement(.with { $0.name = "r" })
    $0.parent = .with { $0.parent = .with { $0.title = "grandparent" } }
    $0.digest = [0, 255]
    $0.note = ""
    $0.history = [.open, .shut, .unrecognized(-3)]
  }

  @Test func roundTrip() throws {
    let bytes = try Self.full.serialized()
    #expect(try Sample(serialized: bytes) == Self.full)
    #expect(try Sample(serialized: []) == Sample())
    #expect(try Sample().serialized() == [])
  }

  @Test func oneofCasesRoundTrip() throws {
    for outcome in [Sample.Outcome.answer(""), .answer("yes"), .code(0), .code(.max), .replacement(.init())] {
      let sample = Sample.with { $0.outcome = outcome }
      #expect(try Sample(serialized: sample.serialized()).outcome == outcome)
    }
  }
}
