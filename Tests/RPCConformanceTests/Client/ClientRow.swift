internal import RPCCore
internal import Testing

/// One thing that a server may do to a client with a call on stream 1, and what the client has to do then.
struct ClientRow: Sendable, CustomTestStringConvertible {
  /// The call that the client makes.
  enum Call: Sendable {
    /// Echo, whose request is whole when the steps begin.
    case echo
    /// Chat, with one request sent, the requests not ended, and no response taken before the steps are done.
    case unreadChat
  }

  /// What the connection comes to.
  enum Outcome: Sendable {
    /// It goes on, and no stream is reset.
    case alive
    /// RST_STREAM with this code on stream 1, and the connection goes on.
    case streamError(ErrorCode)
    /// GOAWAY with this code, and the connection is closed.
    case connectionError(ErrorCode)
    /// A stream error or, as §5.4.1 permits, a connection error with this code.
    case streamOrConnectionError(ErrorCode)
    /// The connection is closed; a GOAWAY need not come.
    case closed
    /// The connection goes on, and this frame comes.
    case frame(Frame)
    /// The client makes another connection, on which its call is answered.
    case anotherConnection
  }

  /// The section of the RFC that says so.
  let section: String
  let says: String
  let steps: [Step]
  let outcome: Outcome
  /// How the call ends.
  let status: StatusCode
  let call: Call
  /// Whether the server begins with SETTINGS and waits for the request.
  let handshake: Bool

  init(
    _ section: String,
    _ says: String,
    _ steps: [Step],
    _ outcome: Outcome,
    _ status: StatusCode,
    call: Call = .echo,
    handshake: Bool = true
  ) {
    self.section = section
    self.says = says
    self.steps = steps
    self.outcome = outcome
    self.status = status
    self.call = call
    self.handshake = handshake
  }

  /// A row that only sends frames and breaks the connection or the stream.
  init(_ section: String, _ says: String, _ frames: [Frame], _ outcome: Outcome, _ status: StatusCode? = nil) {
    let usual: StatusCode =
      switch outcome {
      case .connectionError, .closed: .unavailable
      case .streamError, .streamOrConnectionError: .internal
      case .alive, .frame, .anotherConnection: .ok
      }
    self.init(section, says, frames.map(Step.send), outcome, status ?? usual)
  }

  var testDescription: String { "§\(section): \(says)" }
}
