internal import Testing

@testable internal import SwiftGenerator

struct ResourcePatternTests {
  @Test func readsLiteralsAndVariables() {
    let pattern = ResourcePattern("cities/{city}/tickets/{ticket_id}/caller")
    #expect(
      pattern?.segments == [
        .literal("cities"), .variable("city"), .literal("tickets"), .variable("ticket_id"), .literal("caller"),
      ]
    )
    #expect(pattern?.parents == ["city"])
  }

  @Test(arguments: ["*", "", "a", "a/", "/{a}", "a/{b}~{c}", "a/{b=**}", "a/{}", "a/**", "a//{b}"])
  func hasNoTypedForm(_ text: String) {
    #expect(ResourcePattern(text) == nil)
  }
}
