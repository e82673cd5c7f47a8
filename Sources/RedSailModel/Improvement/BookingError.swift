/// Why a venue cannot be booked.
public enum BookingError: Error, Hashable {
  /// The booking does not end after its start.
  case noDuration(start: UnixTime, end: UnixTime)
  /// Another booking takes the venue at that time.
  case taken(by: VenueBooking)
}

extension BookingError: BilingualText, CustomStringConvertible {
  /// What was expected and what came.
  public var english: String {
    switch self {
    case .noDuration(let start, let end): "booking: expected an end after \(start), came \(end)"
    case .taken(let other): "booking: '\(other.name)' takes '\(other.venue)' from \(other.start) to \(other.end)"
    }
  }

  /// The same in Chinese.
  public var chinese: String {
    switch self {
    case .noDuration(let start, let end): "预约结束时间\(end)应晚于开始时间\(start)"
    case .taken(let other): "该场所已被“\(other.name)”预约：\(other.start)至\(other.end)"
    }
  }

  /// The English sentence.
  public var description: String { english }
}
