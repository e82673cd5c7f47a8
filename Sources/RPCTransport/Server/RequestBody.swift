internal import NIOCore
internal import RPCCore

/// Turns the body of a request into messages: exactly one, given at the end, or any number, given as they come.
///
/// After an error nothing comes out any more.
struct RequestBody {
  enum Output {
    case nothing
    case message(ReceivedMessage)
    case messages([ReceivedMessage])
    case failure(RPCError)
  }

  private enum State {
    case single(SingleMessageDeframer)
    case stream(MessageDeframer)
    case over
  }

  private var state: State

  /// `maximumBytes` bounds each message; `encoding` is that of the compressed ones.
  init(isSingle: Bool, maximumBytes: Int, encoding: MessageEncoding = .identity) {
    state =
      isSingle
      ? .single(SingleMessageDeframer(maximumBytes: maximumBytes, encoding: encoding))
      : .stream(MessageDeframer(maximumBytes: maximumBytes, encoding: encoding))
  }

  /// True once nothing more will come out.
  var isOver: Bool {
    if case .over = state { true } else { false }
  }

  mutating func append(_ bytes: ByteBuffer) -> Output {
    // Taken out of the state while it changes, so that its buffer is not copied.
    let current = state
    state = .over
    do throws(RPCError) {
      switch current {
      case .single(var deframer):
        try deframer.append(bytes)
        state = .single(deframer)
      case .stream(var deframer):
        deframer.append(bytes)
        let first = try deframer.next()
        guard let first else {
          state = .stream(deframer)
          return .nothing
        }
        var messages: [ReceivedMessage] = []
        while let message = try deframer.next() { messages.append(message) }
        state = .stream(deframer)
        return messages.isEmpty ? .message(first) : .messages([first] + messages)
      case .over: break
      }
      return .nothing
    } catch {
      return .failure(error)
    }
  }

  /// The body has ended; gives the message where there is just one.
  mutating func finish() -> Output {
    defer { state = .over }
    do throws(RPCError) {
      switch state {
      case .single(let deframer): return .message(try deframer.finish())
      case .stream(let deframer): try deframer.finish()
      case .over: break
      }
      return .nothing
    } catch {
      return .failure(error)
    }
  }

  /// Takes nothing more.
  mutating func drop() {
    state = .over
  }
}
