internal import ProtobufRuntime
internal import Testing

@Suite struct DescriptorPoolTests {
  /// Python's serialized files of the test schema with all they import.
  static func pool() throws -> DescriptorPool {
    try DescriptorPool(serializedFiles: PythonPeer.run("file-descriptors", "", as: [Hex].self).map(\.bytes))
  }

  @Test func dynamicMessagesAgreeWithGeneratedOnes() throws {
    let pool = try Self.pool()
    for item in try PythonPeer.run("cases", "", as: [CrossCheckTests.Case].self) {
      let type = try #require(CrossCheckTests.types.first { $0.layout.fullName == item.type })
      try check(type, item, pool)
    }
  }

  private func check<M: Message>(_ type: M.Type, _ item: CrossCheckTests.Case, _ pool: DescriptorPool) throws {
    let options = JSONEncodingOptions(types: CrossCheckTests.registry)
    let dynamic = try DynamicMessage(serialized: item.bytes.bytes, type: item.type, in: pool)
    let generated = try M(serialized: item.bytes.bytes)
    // Bytes keep the order of a map's entries, a Swift dictionary does not.
    if !item.label.hasPrefix("Maps") {
      #expect(try dynamic.json() == generated.json(options: options), "\(item.label)")
    }
    let fromJSON = try DynamicMessage(json: item.json, type: item.type, in: pool)
    let expected = try M(json: item.json, options: JSONDecodingOptions(types: CrossCheckTests.registry))
    #expect(
      try M(serialized: fromJSON.serialized).serialized(options: .init(isDeterministic: true))
        == expected.serialized(options: .init(isDeterministic: true)),
      "\(item.label)"
    )
  }

  @Test func generatedFilesMakeThePoolThatPythonsDo() throws {
    let python = try Self.pool()
    let pool = try DescriptorPool(ProtobufRuntime.FileDescriptors.all + FileDescriptors.all)
    #expect(pool.messageNames == python.messageNames)
    #expect(pool.messageNames.contains("redsail.test.v1.Maps"))
    #expect(!pool.messageNames.contains("redsail.test.v1.Maps.Int32KeysEntry"))
  }

  @Test func symbolsLeadToTheirFiles() throws {
    let pool = try Self.pool()
    for symbol in [
      "redsail.test.v1.Choice", "redsail.test.v1.Colour", "redsail.test.v1.COLOUR_RED", "redsail.test.v1.Choice.deeper",
    ] {
      #expect(pool.file(containing: symbol)?.name == "kinds.proto", "\(symbol)")
    }
    #expect(pool.file(containing: "google.protobuf.Value")?.name == "google/protobuf/struct.proto")
    #expect(pool.file(containing: "redsail.test.v1.Nowhere") == nil)
    let kinds = try #require(pool.file(named: "kinds.proto"))
    let names = pool.transitiveFiles(of: kinds).map(\.name)
    #expect(names.last == "kinds.proto")
    #expect(Set(names) == Set(pool.files.map(\.name)))
  }

  @Test func dynamicMessagesAreChecked() throws {
    let pool = try Self.pool()
    let type = "redsail.test.v1.Implicit"
    func error(_ bytes: [UInt8]) -> DecodingError? {
      do { _ = try DynamicMessage(serialized: bytes, type: type, in: pool) } catch { return error as? DecodingError }
      return nil
    }
    #expect(error(GuardTests.field(14, [0xff]))?.reason == .invalidUTF8)
    #expect(error(GuardTests.field(14, [0xff]))?.path == "string_field")
    let nested = { (depth: Int) in
      (0..<depth).reduce([] as [UInt8]) { inner, _ in [0x8a, 1] + GuardTests.field(1, inner).dropFirst() }
    }
    #expect(error(nested(100)) == nil)
    #expect(error(nested(101))?.reason == .nestingTooDeep(limit: 100))
    #expect(throws: SchemaError.self) { try DynamicMessage(serialized: [], type: "x.Y", in: pool) }
    #expect(throws: JSONDecodingError.self) { try DynamicMessage(json: "{\"x\": 1}", type: type, in: pool) }
  }

  @Test func incompleteSchemasAreRefused() throws {
    let file = try #require(FileDescriptors.all.first { $0.name == "kinds.proto" })
    let error = #expect(throws: SchemaError.self) { try DescriptorPool(serializedFiles: [file.serialized()]) }
    #expect(error?.description.contains("none of the files declares") == true)
    #expect(throws: SchemaError.self) { try DescriptorPool(serializedFiles: [[]]) }
  }
}
