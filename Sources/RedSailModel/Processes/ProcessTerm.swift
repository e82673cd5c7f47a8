/// A state or an action of a process: its schema name without prefix (`BALLOT_OPEN`), and its Chinese name.
public protocol ProcessTerm: Sendable, Hashable, CaseIterable, CustomStringConvertible {
  /// The Chinese name.
  var chinese: String { get }
}
