/// A state or an action of a process: its name (`BALLOT_OPEN`; for states that of the schema without its prefix), and its
/// Chinese name.
public protocol ProcessTerm: Sendable, Hashable, CaseIterable, CustomStringConvertible {
  /// The Chinese name.
  var chinese: String { get }
}
