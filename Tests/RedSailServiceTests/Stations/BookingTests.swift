internal import ProtobufRuntime
internal import RPCCore
internal import RedSailAPI
internal import Testing

/// Venues that organisations share (活动场所资源共享) and who has them when.
@Suite struct BookingTests {
  private static let venue = "cities/370800/venues/v1"

  /// An hour of 2025-07-01 in Asia/Shanghai.
  private static func hour(_ hour: Int64) -> Timestamp { .with { $0.seconds = 1_751_299_200 + hour * 3_600 } }

  @discardableResult
  private static func makeVenue(
    _ service: TestService,
    _ id: String = "v1",
    _ change: (inout Venue) -> Void = { _ in }
  ) async throws -> Venue {
    var venue = Venue.with {
      $0.division = TestService.community
      $0.displayName = "党群服务中心"
      $0.kind = .partyServiceCentre
      $0.keeper = TestService.community
    }
    change(&venue)
    return try await service.stations.createVenue(
      .with {
        $0.parent = TestService.city
        $0.venueID = id
        $0.venue = venue
      }
    )
  }

  @discardableResult
  private static func book(
    _ service: TestService,
    _ id: String,
    from start: Timestamp,
    to end: Timestamp,
    _ change: (inout Booking) -> Void = { _ in }
  ) async throws -> Booking {
    var booking = Booking.with {
      $0.division = TestService.community
      $0.displayName = "业主恳谈会"
      $0.venue = venue
      $0.booker = TestService.firm
      $0.startTime = start
      $0.endTime = end
    }
    change(&booking)
    return try await service.stations.createBooking(
      .with {
        $0.parent = TestService.city
        $0.bookingID = id
        $0.booking = booking
      }
    )
  }

  @Test(arguments: [
    (9, 10, true), (8, 9, false), (11, 12, false), (8, 10, true), (10, 12, true), (8, 12, true), (9, 11, true),
  ])
  func bookingsOfAVenueDoNotOverlap(start: Int64, end: Int64, overlaps: Bool) async throws {
    try await TestService.withCity { service in
      try await Self.makeVenue(service)
      try await Self.makeVenue(service, "v2")
      let first = try await Self.book(service, "b1", from: Self.hour(9), to: Self.hour(11))
      #expect(first.state == .booked)
      // Another venue is another matter.
      try await Self.book(service, "b2", from: Self.hour(start), to: Self.hour(end)) {
        $0.venue = "cities/370800/venues/v2"
      }
      guard overlaps else {
        try await Self.book(service, "b3", from: Self.hour(start), to: Self.hour(end))
        return
      }
      let refused = try await failure {
        try await Self.book(service, "b3", from: Self.hour(start), to: Self.hour(end))
      }
      #expect(refused.code == .failedPrecondition && refused.reason == "PERIOD_OVERLAP")
      #expect(refused.metadata == ["name": first.name])
    }
  }

  @Test func aCancelledBookingFreesItsTime() async throws {
    try await TestService.withCity { service in
      try await Self.makeVenue(service)
      let first = try await Self.book(service, "b1", from: Self.hour(9), to: Self.hour(11))
      let silent = try await failure { try await service.stations.cancelBooking(.with { $0.name = first.name }) }
      #expect(silent.fields == ["reason: REQUIRED_FIELD"])
      let personal = try await failure {
        try await service.stations.cancelBooking(
          .with {
            $0.name = first.name
            $0.reason = "联系13812341234"
          }
        )
      }
      #expect(personal.fields == ["reason: PERSONAL_DATA_MISPLACED"] && !personal.message.contains("138"))
      let cancelled = try await service.stations.cancelBooking(
        .with {
          $0.name = first.name
          $0.reason = "改期"
        }
      )
      #expect(cancelled.state == .cancelled && cancelled.cancelReason == "改期")
      let twice = try await failure {
        try await service.stations.cancelBooking(
          .with {
            $0.name = first.name
            $0.reason = "改期"
          }
        )
      }
      #expect(twice.code == .failedPrecondition && twice.reason == "ACTION_NOT_ALLOWED")
      #expect(twice.metadata["state"] == "CANCELLED" && twice.metadata["allowed_states"] == "BOOKED")
      let second = try await Self.book(service, "b2", from: Self.hour(10), to: Self.hour(12))
      let moved = try await failure {
        try await service.stations.updateBooking(
          .with {
            $0.booking = .with {
              $0.name = second.name
              $0.endTime = Self.hour(10)
            }
          }
        )
      }
      #expect(moved.fields == ["booking.end_time: PERIOD_REVERSED"])
      // A deleted booking is in nobody's way, and comes back where its time is still free.
      _ = try await service.stations.deleteBooking(.with { $0.name = second.name })
      let third = try await Self.book(service, "b3", from: Self.hour(11), to: Self.hour(13))
      let restored = try await failure { try await service.stations.undeleteBooking(.with { $0.name = second.name }) }
      #expect(restored.reason == "PERIOD_OVERLAP" && restored.metadata == ["name": third.name])
      let listed = try await service.stations.listBookings(
        .with {
          $0.parent = TestService.city
          $0.filter = "venue = \"\(Self.venue)\" AND state = BOOKED"
        }
      )
      #expect(listed.bookings == [third])
    }
  }

  @Test func aBookingLiesWithinItsVenuesTime() async throws {
    try await TestService.withCity { service in
      try await Self.makeVenue(service) {
        $0.validFrom = CalendarDate(2025, 7, 1)
        $0.validTo = CalendarDate(2025, 7, 2)
      }
      for (start, end) in [(-1, 1), (23, 25)] as [(Int64, Int64)] {
        let refused = try await failure {
          try await Self.book(service, "b1", from: Self.hour(start), to: Self.hour(end))
        }
        #expect(refused.code == .failedPrecondition && refused.reason == "PERIOD_OUTSIDE")
        #expect(refused.metadata == ["name": Self.venue])
      }
      // A whole day ends where the next one begins.
      try await Self.book(service, "b1", from: Self.hour(0), to: Self.hour(24))
    }
  }

  @Test func aWrongFieldIsNamed() async throws {
    try await TestService.withCity { service in
      try await Self.makeVenue(service)
      let same = try await failure { try await Self.book(service, "b1", from: Self.hour(9), to: Self.hour(9)) }
      #expect(same.fields == ["booking.end_time: PERIOD_REVERSED"])
      let elsewhere = try await failure {
        try await Self.book(service, "b1", from: Self.hour(9), to: Self.hour(10)) { $0.division = TestService.street }
      }
      #expect(elsewhere.fields == ["booking.division: INVALID_FIELD"])
      let empty = try await failure {
        try await Self.book(service, "b1", from: Self.hour(9), to: Self.hour(10)) {
          $0.startTime = nil
          $0.booker = ""
        }
      }
      #expect(empty.fields == ["booking.booker: REQUIRED_FIELD", "booking.start_time: REQUIRED_FIELD"])
      let station = try await failure { try await Self.makeVenue(service, "v2") { $0.kind = .station } }
      #expect(station.fields == ["venue.station: REQUIRED_FIELD"])
      let made = try await service.makeStation().name
      let room = try await failure { try await Self.makeVenue(service, "v2") { $0.station = made } }
      #expect(room.fields == ["venue.station: INVALID_FIELD"])
      let far = try await failure {
        try await Self.makeVenue(service, "v2") {
          $0.kind = .station
          $0.station = made
          $0.division = TestService.otherCommunity
        }
      }
      #expect(far.fields == ["venue.station: INVALID_FIELD"])
      try await Self.makeVenue(service, "v2") {
        $0.kind = .station
        $0.station = made
      }
    }
  }
}
