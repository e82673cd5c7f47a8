/// The outcome of a call, as numbered by gRPC (grpc/doc/statuscodes.md).
public enum StatusCode: Int, Sendable, Hashable, CaseIterable {
  /// The call succeeded.
  case ok = 0
  /// The call was cancelled, usually by the caller.
  case cancelled = 1
  /// An error of unknown kind, or one whose status could not be read.
  case unknown = 2
  /// The caller gave an argument that is wrong whatever the state of the system.
  case invalidArgument = 3
  /// The deadline passed before the call could complete.
  case deadlineExceeded = 4
  /// The entity asked for does not exist.
  case notFound = 5
  /// The entity to create exists already.
  case alreadyExists = 6
  /// The caller is known but may not do this.
  case permissionDenied = 7
  /// A quota or a limit (such as a message size) is used up.
  case resourceExhausted = 8
  /// The system is not in the state that the call requires; do not retry before it has been changed.
  case failedPrecondition = 9
  /// The call lost against a concurrent one; retry at a higher level.
  case aborted = 10
  /// The argument lies past the valid range of the current state.
  case outOfRange = 11
  /// The method is not implemented, supported or enabled.
  case unimplemented = 12
  /// An invariant of the system is broken.
  case `internal` = 13
  /// The service cannot be reached now; retry with back-off.
  case unavailable = 14
  /// Data is lost or corrupted beyond recovery.
  case dataLoss = 15
  /// The caller did not say, or not validly, who it is.
  case unauthenticated = 16

  /// The name in gRPC's documents, such as `INVALID_ARGUMENT`.
  public var name: String {
    switch self {
    case .ok: "OK"
    case .cancelled: "CANCELLED"
    case .unknown: "UNKNOWN"
    case .invalidArgument: "INVALID_ARGUMENT"
    case .deadlineExceeded: "DEADLINE_EXCEEDED"
    case .notFound: "NOT_FOUND"
    case .alreadyExists: "ALREADY_EXISTS"
    case .permissionDenied: "PERMISSION_DENIED"
    case .resourceExhausted: "RESOURCE_EXHAUSTED"
    case .failedPrecondition: "FAILED_PRECONDITION"
    case .aborted: "ABORTED"
    case .outOfRange: "OUT_OF_RANGE"
    case .unimplemented: "UNIMPLEMENTED"
    case .internal: "INTERNAL"
    case .unavailable: "UNAVAILABLE"
    case .dataLoss: "DATA_LOSS"
    case .unauthenticated: "UNAUTHENTICATED"
    }
  }

  /// The code with the given name (`INVALID_ARGUMENT`), or nil.
  public init?(name: some StringProtocol) {
    guard let code = Self.allCases.first(where: { $0.name == name }) else { return nil }
    self = code
  }
}

extension StatusCode: CustomStringConvertible {
  /// The name in gRPC's documents.
  public var description: String { name }
}
