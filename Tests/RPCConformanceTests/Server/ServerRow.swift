internal import Testing

/// One thing that a client may do to a server, and what the server has to do then.
struct ServerRow: Sendable, CustomTestStringConvertible {
  /// What comes of it.
  enum Outcome: Sendable {
    /// The calls on these streams are answered, each with its request.
    case answered([UInt32])
    /// Nothing: the connection goes on, and no stream is reset.
    case ignored
    /// A stream error: RST_STREAM with this code, and the connection goes on.
    case streamError(ErrorCode, stream: UInt32)
    /// A connection error: GOAWAY with this code, and the connection is closed.
    case connectionError(ErrorCode)
    /// The connection is closed; a GOAWAY need not come.
    case closed
    /// The connection goes on, and this frame comes.
    case frame(Frame)
    /// A stream error of the first stream, and the call on the other is answered.
    case streamErrorThenAnswer(ErrorCode, stream: UInt32, answered: UInt32)
    /// The connection goes on, and this frame does not come.
    case noFrame(Frame)
    /// A stream error or, as §5.4.1 permits, a connection error with this code.
    case streamOrConnectionError(ErrorCode, stream: UInt32)
  }

  /// The section of the RFC that says so.
  let section: String
  let says: String
  let steps: [Step]
  let outcome: Outcome
  /// Whether the client begins as RFC 9113 §3.4 asks for.
  var handshake = true

  init(_ section: String, _ says: String, _ steps: [Step], _ outcome: Outcome, handshake: Bool = true) {
    self.section = section
    self.says = says
    self.steps = steps
    self.outcome = outcome
    self.handshake = handshake
  }

  /// A row that only sends frames.
  init(_ section: String, _ says: String, _ frames: [Frame], _ outcome: Outcome) {
    self.init(section, says, frames.map(Step.send), outcome)
  }

  var testDescription: String { "§\(section): \(says)" }
}
