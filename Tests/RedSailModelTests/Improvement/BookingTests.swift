internal import RedSailModel
internal import Testing

@Suite("Venue bookings")
struct BookingTests {
  private func booking(_ name: String, _ start: Int64, _ end: Int64, venue: String = "hall") throws -> VenueBooking {
    try VenueBooking(name: name, venue: venue, start: UnixTime(seconds: start), end: UnixTime(seconds: end))
  }

  @Test(
    arguments: [
      (0, 10, false), (0, 11, true), (10, 20, true), (12, 15, true), (5, 30, true), (19, 30, true), (20, 30, false),
    ] as [(Int64, Int64, Bool)]
  )
  func `a venue is taken once at a time, and free at the moment one ends`(
    start: Int64,
    end: Int64,
    isTaken: Bool
  ) throws {
    let other = try booking("a", 10, 20)
    let new = try booking("b", start, end)
    #expect(new.overlaps(other) == isTaken)
    #expect(other.overlaps(new) == isTaken)
    if isTaken {
      #expect(throws: BookingError.taken(by: other)) { try new.check(among: [other]) }
    } else {
      #expect(throws: Never.self) { try new.check(among: [other]) }
    }
    #expect(throws: Never.self) { try booking("b", start, end, venue: "room").check(among: [other]) }
    // The booking itself is no hindrance to changing it.
    #expect(throws: Never.self) { try booking("a", start, end).check(among: [other]) }
  }

  @Test func `a booking ends after its start`() throws {
    let moment = UnixTime(seconds: 7)
    #expect(throws: BookingError.noDuration(start: moment, end: moment)) { try booking("a", 7, 7) }
    #expect(throws: BookingError.self) { try booking("a", 8, 7) }
  }
}
