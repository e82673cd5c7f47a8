internal import RedSailModel
internal import Testing

@Suite("Promised dates of reception days (限期答复)")
struct PromisedDateTests {
  let event = CivilDate(daysSinceEpoch: 20_150)

  @Test func `an issue not resolved on site needs a date, not before the event`() throws {
    #expect(throws: PromisedDateError.missing(event: event)) {
      try PromisedDate.checked(nil, isResolvedOnSite: false, event: event)
    }
    let before = event.advanced(byDays: -1)
    #expect(throws: PromisedDateError.beforeEvent(promised: before, event: event)) {
      try PromisedDate.checked(before, isResolvedOnSite: false, event: event)
    }
    #expect(try PromisedDate.checked(event, isResolvedOnSite: false, event: event)?.date == event)
  }

  @Test func `an issue resolved on site has none`() throws {
    #expect(try PromisedDate.checked(nil, isResolvedOnSite: true, event: event) == nil)
    #expect(throws: PromisedDateError.resolvedOnSite(promised: event)) {
      try PromisedDate.checked(event, isResolvedOnSite: true, event: event)
    }
  }

  @Test(arguments: [
    (nil, 0, PromiseStanding.open), (nil, 5, .open), (nil, 6, .overdue), (5, 9, .kept), (0, 0, .kept), (6, 9, .broken),
  ])
  func `a promise is kept on its last day and overdue on the next`(
    answeredAfter: Int?,
    todayAfter: Int,
    standing: PromiseStanding
  ) {
    let promise = PromisedDate(date: event.advanced(byDays: 5))
    #expect(
      promise.standing(
        answered: answeredAfter.map { event.advanced(byDays: $0) },
        today: event.advanced(byDays: todayAfter)
      )
        == standing
    )
  }

  @Test func `the kept-promise rate counts the promises that are due`() {
    let rate = Rate(promises: [PromiseStanding.kept, .kept, .open, .broken, .overdue, .open, .open])
    #expect(rate == Rate(numerator: 2, denominator: 4, excluded: 3))
    #expect(rate.perMille == 500)
    #expect(Rate(promises: [PromiseStanding.open]).perMille == nil)
  }
}
