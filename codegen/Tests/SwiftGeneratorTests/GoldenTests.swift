internal import Foundation
internal import Testing

/// Each folder of `testdata` holds schemas, the options of one or more runs (a line each in `options`), and what the
/// plugin must write for them, byte for byte, in `expected`. `REDSAIL_UPDATE_GOLDENS=1` writes what it does write there.
struct GoldenTests {
  private static let testdata = Protoc.package.appending(path: "testdata")

  static let cases: [String] = {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: testdata.path)) ?? []
    return names.filter { !$0.hasPrefix(".") }.sorted()
  }()

  @Test func hasCases() {
    #expect(Self.cases.count >= 15)
  }

  @Test(arguments: cases)
  func writesWhatIsExpected(_ name: String) throws {
    let folder = Self.testdata.appending(path: name)
    let options = (try? String(contentsOf: folder.appending(path: "options"), encoding: .utf8)) ?? "\n"
    var written: [String: String] = [:]
    for run in options.split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
      let outcome = try Protoc.generate(
        from: folder,
        includes: [Self.testdata.appending(path: "Money")],
        options: String(run)
      )
      guard case .files(let files) = outcome else {
        Issue.record("protoc refused \(name): \(outcome)")
        return
      }
      written.merge(files) { _, second in second }
    }
    let expected = folder.appending(path: "expected")
    if ProcessInfo.processInfo.environment["REDSAIL_UPDATE_GOLDENS"] == "1" {
      try Self.replace(expected, with: written)
      return
    }
    let names = try FileManager.default.contentsOfDirectory(atPath: expected.path)
    #expect(Set(names) == Set(written.keys))
    for file in names.sorted() {
      let golden = try String(contentsOf: expected.appending(path: file), encoding: .utf8)
      #expect(written[file] == golden, "\(name)/expected/\(file) differs; REDSAIL_UPDATE_GOLDENS=1 rewrites it")
    }
  }

  private static func replace(_ folder: URL, with files: [String: String]) throws {
    try? FileManager.default.removeItem(at: folder)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for (name, text) in files {
      try text.write(to: folder.appending(path: name), atomically: false, encoding: .utf8)
    }
  }
}
