/// Why a server does not start: the schema does not say who may call a method.
public enum AuthorizationRulesError: Error, Hashable, CustomStringConvertible {
  /// A method has no rule, or one without a resource and a verb.
  case missing(method: String)
  /// A file descriptor cannot be read.
  case unreadable(file: String)

  /// What is wrong, and what to do.
  public var description: String {
    switch self {
    case .missing(let method):
      "\(method) has no authorisation rule: give it the option (redsail.v1.authorization) in the schema"
    case .unreadable(let file): "the file descriptor of \(file) cannot be read"
    }
  }
}
