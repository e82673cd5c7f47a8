internal import Testing

@testable internal import RPCTransport

@Suite("Room for incomplete requests")
struct RequestBudgetTests {
  private final class Call: RequestHolder {
    var share = RequestShare()
  }

  @Test func withinTheLimitEveryCallGetsCredit() {
    var budget = RequestBudget<Call>(limit: 100)
    let calls = (0..<10).map { _ in Call() }
    for call in calls {
      let (credit, isHit) = budget.hold(10, for: call)
      #expect(credit == 10)
      #expect(!isHit)
    }
    for call in calls { #expect(budget.release(call).isEmpty) }
    #expect(budget.held == 0)
  }

  @Test func beyondItOnlyOneAtATimeGoesOn() {
    var budget = RequestBudget<Call>(limit: 100)
    let (first, second, third) = (Call(), Call(), Call())
    #expect(budget.hold(100, for: first) == (100, false))
    #expect(budget.hold(10, for: second) == (10, true))
    #expect(budget.hold(10, for: third) == (0, false))
    #expect(budget.hold(5, for: first) == (0, false))
    #expect(budget.hold(500, for: second) == (500, false))
    #expect(budget.hold(7, for: third) == (0, false))
    // The second is complete; the third is next, although the first holds more than all may.
    let credits = budget.release(second)
    #expect(credits.map(\.credit) == [17])
    #expect(credits.first?.call === third)
    // With the third there is room for none but the next in turn, whose window opens now.
    let rest = budget.release(third)
    #expect(rest.map(\.credit) == [5])
    #expect(rest.first?.call === first)
    #expect(budget.release(first).isEmpty)
    #expect(budget.held == 0)
  }

  @Test func aCallThatGoesAwayGivesBackWhatWasWithheld() {
    var budget = RequestBudget<Call>(limit: 10)
    let (first, second) = (Call(), Call())
    _ = budget.hold(11, for: first)
    _ = budget.hold(4, for: second)
    let credits = budget.release(second)
    #expect(credits.map(\.credit) == [4])
    #expect(budget.held == 11)
    // Room again for everyone.
    #expect(budget.release(first).isEmpty)
    #expect(budget.hold(10, for: Call()) == (10, false))
  }
}
