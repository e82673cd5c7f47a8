/// One entry of a city's change log, as far as the reader's scope lets it be seen.
public struct Change: Sendable, Hashable {
  /// The change's number in its city.
  public let revision: Revision

  /// What happened, seen from the reader's scope.
  public let type: ChangeType

  /// The name of the record's kind.
  public let kind: String

  /// The record's name.
  public let name: String

  /// When it was recorded.
  public let time: Instant

  /// Who did it, as an opaque reference.
  public let actor: String

  /// The division the record lies in after the change; for a removed record the one that it lay in.
  public let division: String

  /// The bytes before, if `ChangeQuery.includesBefore`; nil for a created record or one that came into scope.
  public let before: [UInt8]?

  /// The bytes after; nil for a removed record.
  public let after: [UInt8]?
}
