/// Why an event time is not taken.
public enum EventTimeError: Error, Hashable {
  /// The event would happen after it is written down.
  case inFuture(event: UnixTime, record: UnixTime)
  /// The event would happen before the last one of the same record.
  case beforeLast(event: UnixTime, last: UnixTime)
}

extension EventTimeError: CustomStringConvertible {
  /// What was expected and what came.
  public var description: String {
    switch self {
    case .inFuture(let event, let record):
      "the event time \(event) lies in the future; it is \(record) now"
    case .beforeLast(let event, let last):
      "the event time \(event) lies before the record's last event at \(last)"
    }
  }
}
