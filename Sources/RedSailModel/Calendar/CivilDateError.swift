/// Why a text is not a date.
public enum CivilDateError: Error, Hashable {
  /// The text is not shaped like a date.
  case shape(String)
  /// The calendar has no such day.
  case noSuchDay(String)
}

extension CivilDateError: CustomStringConvertible {
  /// What was expected and what came.
  public var description: String {
    switch self {
    case .shape(let text): "date: expected yyyy-mm-dd, came \"\(text)\""
    case .noSuchDay(let text): "date: the calendar has no day \(text)"
    }
  }
}
