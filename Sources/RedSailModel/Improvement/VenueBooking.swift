/// A venue that is taken for a time (场所预约).
public struct VenueBooking: Sendable, Hashable {
  /// The booking's resource name.
  public let name: String
  /// The venue's resource name.
  public let venue: String
  /// When it starts.
  public let start: UnixTime
  /// When it ends; another may start at the same moment.
  public let end: UnixTime

  /// Makes a booking.
  ///
  /// - Throws: ``BookingError/noDuration(start:end:)`` where it does not end after its start.
  public init(name: String, venue: String, start: UnixTime, end: UnixTime) throws(BookingError) {
    guard start < end else { throw .noDuration(start: start, end: end) }
    self.name = name
    self.venue = venue
    self.start = start
    self.end = end
  }

  /// Whether both take the same venue at some moment.
  public func overlaps(_ other: VenueBooking) -> Bool {
    venue == other.venue && start < other.end && other.start < end
  }

  /// Checks that the venue is free; a booking of the same name is the one being changed.
  ///
  /// - Throws: ``BookingError/taken(by:)``.
  public func check(among others: some Sequence<VenueBooking>) throws(BookingError) {
    for other in others where other.name != name && overlaps(other) { throw .taken(by: other) }
  }
}
