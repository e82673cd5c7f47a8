/// The next changes of a city.
public struct ChangePage: Sendable, Hashable {
  /// The changes, by revision.
  public let changes: [Change]

  /// The revision up to which nothing more is to come for this query: ask again after it, and hand it to an idle consumer
  /// as progress. At least that of the last change.
  public let progress: Revision

  /// The city's latest revision; if above `progress`, there is more to read at once.
  public let latest: Revision
}
