/// Why a promised date does not fit its issue.
public enum PromisedDateError: Error, Hashable {
  /// An issue that was not resolved on the spot has no promised date.
  case missing(event: CivilDate)
  /// The promised date lies before the event.
  case beforeEvent(promised: CivilDate, event: CivilDate)
  /// An issue that was resolved on the spot needs no promise.
  case resolvedOnSite(promised: CivilDate)
}

extension PromisedDateError: CustomStringConvertible {
  /// What was expected and what came.
  public var description: String {
    switch self {
    case .missing(let event):
      "promised date: an issue that is not resolved on site needs one, \(event) or later (redsail/v1/ticket.proto, promised_date)"
    case .beforeEvent(let promised, let event):
      "promised date: \(promised) lies before the event on \(event)"
    case .resolvedOnSite(let promised):
      "promised date: the issue is resolved on site, so expected none, came \(promised)"
    }
  }
}
