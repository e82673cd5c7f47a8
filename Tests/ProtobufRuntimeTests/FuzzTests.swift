internal import Foundation
internal import ProtobufRuntime
internal import Testing

/// Damaged bytes and texts: whatever comes is a message or a precise error, never a crash, and a message that was read
/// is written and read again as the same.
@Suite struct FuzzTests {
  /// A check of one input against every type.
  static func check(_ bytes: [UInt8]) throws {
    for type in CrossCheckTests.types { try check(bytes, type) }
    try check(bytes, Sample.self)
  }

  private static func check<M: Message>(_ bytes: [UInt8], _ type: M.Type) throws {
    let message: M
    do {
      message = try M(serialized: bytes)
    } catch {
      #expect(!error.description.isEmpty)
      return
    }
    let written = try message.serialized(options: EncodingOptions(isDeterministic: true))
    let again = try M(serialized: written)
    // Compared as bytes: a NaN is not equal to itself.
    #expect(try again.serialized(options: EncodingOptions(isDeterministic: true)) == written, "\(bytes)")
    let types = CrossCheckTests.registry
    guard let json = try? message.json(options: JSONEncodingOptions(types: types)) else { return }
    _ = try M(json: json, options: JSONDecodingOptions(maximumNesting: 300, types: types))
  }

  static func check(json: String) {
    for type in CrossCheckTests.types { check(json: json, type) }
  }

  private static func check<M: Message>(json: String, _ type: M.Type) {
    do {
      let message = try M(json: json, options: JSONDecodingOptions(types: CrossCheckTests.registry))
      #expect(throws: Never.self) { try M(serialized: message.serialized()) }
    } catch {
      #expect(error.line >= 1 && error.column >= 1 && !error.text.isEmpty)
    }
  }

  static var corpusFiles: [URL] {
    get throws {
      try FileManager.default.contentsOfDirectory(
        at: PythonPeer.testDirectory.appending(path: "Corpus"),
        includingPropertiesForKeys: nil
      )
    }
  }

  @Test func corpusIsRead() throws {
    let files = try Self.corpusFiles
    #expect(files.count > 10)
    for file in files {
      let data = try Data(contentsOf: file)
      if file.pathExtension == "json" {
        Self.check(json: String(decoding: data, as: UTF8.self))
      } else {
        try Self.check(Array(data))
      }
    }
  }

  @Test(arguments: 1...4 as ClosedRange<UInt64>)
  func mutatedBytesAreReadOrRefused(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let seeds = try Self.seeds()
    for _ in 0..<1000 {
      let base = try #require(seeds.randomElement(using: &generator))
      let other = try #require(seeds.randomElement(using: &generator))
      try Self.check(Mutation.mutate(base, with: other, using: &generator))
    }
  }

  @Test(arguments: 1...2 as ClosedRange<UInt64>)
  func mutatedTextsAreReadOrRefused(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let texts = JSONReadingTests.texts.map { Array($0.json.utf8) }
    for _ in 0..<1000 {
      let base = try #require(texts.randomElement(using: &generator))
      let other = try #require(texts.randomElement(using: &generator))
      let mutated = Mutation.mutate(base, with: other, using: &generator)
      Self.check(json: String(decoding: mutated, as: UTF8.self))
    }
  }

  /// Messages of every kind, made from texts that are sound.
  private static func seeds() throws -> [[UInt8]] {
    var result = [try SampleTests.full.serialized()]
    for text in JSONReadingTests.texts {
      guard let type = CrossCheckTests.types.first(where: { $0.layout.fullName == text.type }),
        let bytes = try? bytes(of: text.json, type)
      else { continue }
      result.append(bytes)
    }
    return result
  }

  private static func bytes<M: Message>(of json: String, _ type: M.Type) throws -> [UInt8] {
    try M(json: json, options: JSONDecodingOptions(types: CrossCheckTests.registry)).serialized()
  }
}
