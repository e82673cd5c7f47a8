internal import Testing

@testable internal import redsail

@Suite struct WordsTests {
  @Test(arguments: [("serv", "serve"), ("Demo", "demo"), ("scorebord", "scoreboard"), ("kall", "call")])
  func namesTheNearestCommand(word: String, nearest: String) throws {
    let failure = try #require(RedSailCommand.unknownCommand(in: [word]))
    #expect(failure.message(in: .english).contains("did you mean '\(nearest)'?"))
    #expect(failure.message(in: .chinese).contains("是否指“\(nearest)”"))
  }

  @Test func namesNothingThatIsFarOff() {
    #expect(Nearest.of("zzzzzz", among: ["serve", "demo"]) == nil)
    #expect(RedSailCommand.unknownCommand(in: ["--help"]) == nil)
    #expect(RedSailCommand.unknownCommand(in: ["serve", "--data", "x"]) == nil)
  }

  @Test(arguments: [
    (["LANG": "zh_CN.UTF-8"], Language.chinese), (["LANG": "en_GB.UTF-8"], .english), ([:], .english),
    // LC_ALL goes before LC_MESSAGES, and that before LANG (POSIX, XBD 8.2); an empty one counts as unset.
    (["LC_ALL": "C", "LANG": "zh_CN.UTF-8"], .english),
    (["LC_ALL": "", "LC_MESSAGES": "zh_TW", "LANG": "C"], .chinese),
  ])
  func readsTheLocale(environment: [String: String], language: Language) {
    #expect(Language.ofEnvironment(environment) == language)
  }

  @Test(arguments: [
    ("127.0.0.1:0", true), ("localhost:50051", true), ("[::1]:50051", true), ("0.0.0.0:50051", false),
    ("10.1.2.3:1", false), ("127.evil.example:1", false), ("127.0.0.1.example:1", false),
  ])
  func tellsLoopbackFromOthers(text: String, isLoopback: Bool) throws {
    #expect(try ListenAddress(argument: text).isLoopback == isLoopback)
  }

  @Test(arguments: ["127.0.0.1", ":1", "host:70000", "host:", ""])
  func refusesWhatIsNoAddress(text: String) {
    #expect(throws: (any Error).self) { try ListenAddress(argument: text) }
  }
}
