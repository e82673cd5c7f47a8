/// A state of a process, which knows what may be done in it.
public protocol ProcessState: ProcessTerm {
  /// What is done in the process.
  associatedtype Action: ProcessTerm

  /// What may be done in this state.
  var allowedActions: [Action] { get }
}
