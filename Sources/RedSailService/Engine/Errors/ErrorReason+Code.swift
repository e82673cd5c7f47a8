internal import RPCCore
internal import RedSailAPI

extension ErrorReason {
  /// The gRPC code that errors.proto gives this reason in brackets.
  var code: StatusCode {
    switch self {
    case .notFound: .notFound
    case .nameTaken, .recordNumberTaken, .requestIDReused: .alreadyExists
    case .etagMismatch: .aborted
    case .cursorCompacted, .revisionNotKept: .outOfRange
    case .unauthenticated: .unauthenticated
    case .permissionDenied, .purposeRequired: .permissionDenied
    case .quotaExhausted: .resourceExhausted
    case .unavailable: .unavailable
    case .promisedDateRequired: .invalidArgument
    case .unspecified, .unrecognized, .undecodableRequest: .internal
    default: rawValue < 40 ? .invalidArgument : .failedPrecondition
    }
  }

  /// The reason as `ErrorInfo.reason` carries it: the value's name without its prefix.
  var wireName: String {
    let name = Self.layout.name(of: rawValue) ?? "UNSPECIFIED"
    return String(name.dropFirst("ERROR_REASON_".count))
  }
}
