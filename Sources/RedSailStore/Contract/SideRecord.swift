/// Personal or party data in a row of its own: never in a resource's bytes, the change log or an audit entry, and
/// erasable without touching them.
public struct SideRecord: Sendable, Hashable {
  /// What the row holds, for instance `ticket_caller`; checked against `Scope.kinds` like a record's kind.
  public let kind: String

  /// Whose data it is, usually the name of the resource that refers to it; unique within kind and city.
  public let subject: String

  /// The division whose scope the row lies in; empty if in none.
  public let division: String

  /// The side message's protobuf bytes.
  public let bytes: [UInt8]

  /// Makes a side record.
  public init(kind: String, subject: String, division: String, bytes: [UInt8]) {
    self.kind = kind
    self.subject = subject
    self.division = division
    self.bytes = bytes
  }
}
