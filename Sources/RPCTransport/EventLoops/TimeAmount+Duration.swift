internal import NIOCore

extension TimeAmount {
  /// The same length; one too long to be expressed is cut at 292 years.
  init(_ duration: Duration) {
    let (seconds, attoseconds) = duration.components
    let (whole, tooLong) = seconds.multipliedReportingOverflow(by: 1_000_000_000)
    let (sum, overflow) = whole.addingReportingOverflow(attoseconds / 1_000_000_000)
    self = .nanoseconds(tooLong || overflow ? .max : sum)
  }
}
