/// How often a field can occur, and where its C struct says so.
public enum Cardinality: Sendable, Hashable {
  /// At most once. A scalar is present where it is not its default (implicit presence), a message where its pointer
  /// is not null.
  case singular

  /// A scalar with explicit presence; the offset is that of a 32-bit word that is 1 where the field is set.
  case optional(has: Int)

  /// A member of the oneof of that name. All members share one slot; the offset is that of a 32-bit word that holds
  /// the set member's number, 0 for none.
  case oneof(String, case: Int)

  /// Any number of times, each with its own tag. The slot is sixteen bytes: count, address of the elements.
  /// A map is a repeated field of entries.
  case repeated

  /// As ``repeated``, and written with one tag for all elements; both forms are read.
  case packed
}
