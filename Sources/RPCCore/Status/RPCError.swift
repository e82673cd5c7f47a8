public import ProtobufRuntime

/// Why a call failed. Servers throw it, callers catch it; code, message, details and metadata travel on the wire.
///
/// Any other error that a handler throws reaches the caller as INTERNAL without its text.
public struct RPCError: Error, Sendable {
  /// The code; never `.ok`.
  public let code: StatusCode
  /// A message for developers.
  public var message: String
  /// Typed details, each a message in an `Any`: as a rule those of google/rpc/error_details.proto.
  public var details: [ProtobufAny]
  /// Trailing metadata: on a server sent with the status, on a client what came with it.
  public var metadata: Metadata
  /// What led to the error, for the log of this process; it never leaves it.
  public var cause: (any Error)?

  /// An error with a code (where `.ok` is taken as `.unknown`, since no error may say that all is well) and a message.
  public init(code: StatusCode, message: String, metadata: Metadata = Metadata(), cause: (any Error)? = nil) {
    self.code = code == .ok ? .unknown : code
    self.message = message
    self.details = []
    self.metadata = metadata
    self.cause = cause
  }

  /// The error that a status stands for; nil if it is OK. Details that cannot be decoded are left out.
  public init?(_ status: Status, metadata: Metadata = Metadata()) {
    guard status.code != .ok else { return nil }
    self.init(code: status.code, message: status.message, metadata: metadata)
    if !status.details.isEmpty { details = (try? GoogleRPC.Status(serialized: status.details))?.details ?? [] }
  }

  /// The status that travels on the wire.
  public var status: Status {
    guard !details.isEmpty else { return Status(code: code, message: message) }
    let rich = GoogleRPC.Status.with {
      $0.code = Int32(code.rawValue)
      $0.message = message
      $0.details = details
    }
    return Status(code: code, message: message, details: (try? rich.serialized()) ?? [])
  }
}

extension RPCError: CustomStringConvertible {
  /// `CODE: message`.
  public var description: String { message.isEmpty ? code.name : "\(code.name): \(message)" }
}
