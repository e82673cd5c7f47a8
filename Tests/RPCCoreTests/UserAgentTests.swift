internal import RPCCore
internal import Testing

/// grpc/doc/PROTOCOL-HTTP2.md, User Agents.
@Suite struct UserAgentTests {
  @Test func theLibrarysPartHasTheRecommendedForm() {
    #expect(UserAgent.library.wholeMatch(of: /grpc-[a-z]+(-[a-z]+)?\/[0-9]+(\.[0-9]+)+/) != nil)
  }

  @Test(arguments: [
    (nil, ""), ("", ""), ("  ", ""), ("desk/2.1", "desk/2.1 "), (" desk (红)\r\n", "desk (?)?? "),
  ])
  func theApplicationsPartStandsBeforeIt(prefix: String?, before: String) {
    #expect(UserAgent.value(prefix: prefix) == before + UserAgent.library)
  }
}
