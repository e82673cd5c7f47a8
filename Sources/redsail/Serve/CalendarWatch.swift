internal import Logging
internal import RedSailService

/// Warns at the start and once a day of years that begin soon without their holiday arrangement (节假日安排).
struct CalendarWatch: Sendable {
  let services: RedSailServices
  let logger: Logger

  /// Watches until it is cancelled.
  func run() async {
    while !Task.isCancelled {
      do {
        for gap in try await services.calendarGaps() {
          logger.warning(
            "no holiday calendar is loaded: due dates in that year are provisional",
            metadata: ["city": "\(gap.city)", "year": "\(gap.year)", "days": "\(gap.days)"]
          )
        }
      } catch {
        logger.warning("the holiday calendars cannot be looked at", metadata: ["error": "\(error)"])
      }
      try? await Task.sleep(for: .seconds(86_400))
    }
  }
}
