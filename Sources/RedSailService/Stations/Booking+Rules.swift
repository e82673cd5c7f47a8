internal import ProtobufRuntime
internal import RedSailAPI
internal import RedSailModel
internal import RedSailStore

extension Booking {
  func validate(_ violations: inout Violations) {
    violations.externalIDs(externalIDs)
    violations.publicText(displayName, "display_name", limit: 200)
    let start = violations.time(startTime, "start_time")
    let end = violations.time(endTime, "end_time")
    guard let start, let end, end <= start else { return }
    violations.add(
      "end_time",
      .periodReversed,
      LocalizedText("must lie after start_time: \(end.text), \(start.text)", "结束时间须晚于开始时间")
    )
  }

  /// A new booking stands.
  mutating func derive(from name: ResourceName) {
    if state == .unspecified { state = .booked }
  }

  static func prepare(
    _ resource: Booking,
    before: Booking?,
    named name: ResourceName,
    in transaction: any StoreTransaction
  ) throws {
    let venue = try transaction.referred(Venue.self, named: resource.venue, field: "booking.venue").resource
    if before?.division != resource.division, resource.division != venue.division {
      throw Failure.field(
        "booking.division",
        .invalidField,
        LocalizedText(
          "expected the venue's division '\(venue.division)', came '\(resource.division)'",
          "所属区划应为场所的区划“\(venue.division)”"
        )
      )
    }
    guard
      resource.state == .booked,
      // A merge of venues moves a booking to another one.
      before == nil || before?.startTime != resource.startTime || before?.endTime != resource.endTime
        || before?.venue != resource.venue
    else { return }
    guard let start = resource.startTime.map({ Instant($0) }), let end = resource.endTime.map({ Instant($0) }) else {
      return
    }
    // The last moment that belongs to the booking lies before its end.
    let lastDay = Instant(microseconds: end.microseconds - 1).unixTime.civilDate
    let days = Period(CalendarDate(start.unixTime.civilDate), CalendarDate(lastDay.advanced(byDays: 1)))
    let whole = Period(venue.validFrom, venue.validTo)
    guard whole.contains(days) else {
      throw Failure.periodOutside(field: "booking.end_time", of: resource.venue, period: whole.description)
    }
    try resource.checkFree(from: start, to: end, named: name, in: transaction)
  }

  /// Two bookings of a venue meet where one's end is the other's start.
  private func checkFree(
    from start: Instant,
    to end: Instant,
    named name: ResourceName,
    in snapshot: any StoreSnapshot
  ) throws {
    let others = try snapshot.others(
      Booking.self,
      besides: name,
      where: .and([
        .compare("venue", .equal, .text(venue)),
        .not(.compare("state", .equal, .integer(Int64(State.cancelled.rawValue)))),
        .compare("start_time", .less, .timestamp(end)),
        .compare("end_time", .greater, .timestamp(start)),
      ])
    )
    guard let rival = others.first else { return }
    throw Failure.periodOverlap(
      LocalizedText(
        "'\(venue)' is booked at that time by '\(rival.record.name)'",
        "该场所在此时段已被预约（“\(rival.record.name)”）"
      ),
      with: rival.record.name
    )
  }

  /// The booking after it was cancelled.
  func cancelled(_ request: CancelBookingRequest) throws -> Booking {
    guard state == .booked else {
      throw Failure.actionNotAllowed(
        "cancel",
        on: name,
        in: String((State.layout.name(of: state.rawValue) ?? "").dropFirst("STATE_".count)),
        allowedStates: ["BOOKED"],
        allowedActions: [],
        chinese: "该预约已取消"
      )
    }
    var cancelled = self
    cancelled.state = .cancelled
    cancelled.cancelReason = request.reason
    return cancelled
  }
}
