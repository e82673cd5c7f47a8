internal import ProtobufRuntime
internal import Testing

/// Every kind of field with its edge values, between this implementation and Python's.
@Suite struct CrossCheckTests {
  struct Case: Codable {
    var label: String
    var type: String
    var json: String
    var bytes: Hex
  }

  struct Result: Codable {
    var label: String
    var type: String
    var expected: Hex
    var bytes: Hex
    var json: String
    var bytesFromJSON: Hex
  }

  static let types: [any Message.Type] = [
    Implicit.self, Explicit.self, Lists.self, UnpackedLists.self, Choice.self, Maps.self, WellKnown.self, Nothing.self,
  ]
  static let registry = TypeRegistry(types)

  @Test func generatedMessagesAgreeWithPython() throws {
    let cases = try PythonPeer.run("cases", "", as: [Case].self)
    #expect(cases.count > 700)
    var results: [Result] = []
    for item in cases {
      let type = try #require(Self.types.first { $0.layout.fullName == item.type })
      do {
        results.append(try check(type, item))
      } catch {
        Issue.record("\(item.label): \(error)")
      }
    }
    let failures = try PythonPeer.run("verify", results, as: [String].self)
    #expect(failures == [])
  }

  private func check<M: Message>(_ type: M.Type, _ item: Case) throws -> Result {
    let message = try M(serialized: item.bytes.bytes)
    let bytes = try message.serialized(options: EncodingOptions(isDeterministic: true))
    // Both write fields in the order of their numbers; the order of a map's entries is each one's own.
    if !item.label.hasPrefix("Maps") { #expect(bytes == item.bytes.bytes, "\(item.label)") }
    let json = try message.json(options: JSONEncodingOptions(types: Self.registry))
    let fromJSON = try M(json: item.json, options: JSONDecodingOptions(types: Self.registry))
    let again = try M(json: json, options: JSONDecodingOptions(types: Self.registry))
    #expect(
      try again.serialized(options: .init(isDeterministic: true))
        == fromJSON.serialized(options: .init(isDeterministic: true)),
      "\(item.label)"
    )
    return Result(
      label: item.label,
      type: item.type,
      expected: item.bytes,
      bytes: Hex(bytes),
      json: json,
      bytesFromJSON: Hex(try fromJSON.serialized())
    )
  }
}
