/// The date by which an issue raised at a reception day (接待日) will be answered: 现场解决现场答复；不能解决，限期答复.
///
/// An issue that is not resolved on the spot must have one. What is promised is an answer (答复), which is not yet a
/// resolution (解决); a resolution answers as well.
public struct PromisedDate: Sendable, Hashable {
  /// The last day of the promise.
  public let date: CivilDate

  /// Checks the promise that goes with an issue's outcome.
  ///
  /// - Parameters:
  ///   - date: The promised date, if one was given.
  ///   - isResolvedOnSite: Whether the issue was resolved on the spot.
  ///   - event: The day of the event.
  /// - Returns: The promise, or nil for an issue resolved on the spot.
  /// - Throws: ``PromisedDateError``.
  public static func checked(
    _ date: CivilDate?,
    isResolvedOnSite: Bool,
    event: CivilDate
  ) throws(PromisedDateError) -> PromisedDate? {
    guard let date else {
      guard isResolvedOnSite else { throw .missing(event: event) }
      return nil
    }
    guard !isResolvedOnSite else { throw .resolvedOnSite(promised: date) }
    guard date >= event else { throw .beforeEvent(promised: date, event: event) }
    return PromisedDate(date: date)
  }

  /// Takes up a promise that was checked when it was stored.
  public init(date: CivilDate) {
    self.date = date
  }

  /// How the promise stands.
  ///
  /// - Parameters:
  ///   - answered: The day of the answer or the resolution, whichever came first; nil while there is neither.
  ///   - today: The day to judge by.
  public func standing(answered: CivilDate?, today: CivilDate) -> PromiseStanding {
    if let answered { return answered <= date ? .kept : .broken }
    return today <= date ? .open : .overdue
  }
}
