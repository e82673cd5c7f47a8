/// Why notices do not make a calendar.
public enum WorkingCalendarError: Error, Hashable {
  /// Two notices arrange the same year.
  case yearTwice(Int)
}

extension WorkingCalendarError: CustomStringConvertible {
  /// What is wrong.
  public var description: String {
    switch self {
    case .yearTwice(let year): "working calendar: two holiday notices for \(year)"
    }
  }
}
