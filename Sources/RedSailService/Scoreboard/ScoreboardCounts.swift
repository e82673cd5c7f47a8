internal import RedSailAPI
internal import RedSailModel
internal import RedSailStore

/// What is counted for a scoreboard, from the stored records.
struct ScoreboardCounts: Sendable, Hashable {
  /// Firms with a party organisation of their own (row 2).
  var firmsWithOrganisation = 0
  /// Firms without one that have an instructor (row 3).
  var firmsWithInstructor = 0
  /// All firms.
  var firms = 0
  /// Promises of demands raised since last year that were answered by the promised day (row 11).
  var promisesKept = 0
  /// Promises that were not answered though the day has passed (row 11).
  var promisesOverdue = 0
  /// Project managers' reception days held since last year (row 12).
  var receptionDays = 0
  /// Demands raised at events since last year (row 12).
  var demands = 0
  /// Those that are resolved; an answer is not a resolution (row 12).
  var demandsResolved = 0
  /// Tickets closed since last year, by the level at which they were closed (row 14).
  var closed: [TicketLevel: Int] = [:]
  /// The city's revision at which all was counted.
  var revision: Revision = 0
}
