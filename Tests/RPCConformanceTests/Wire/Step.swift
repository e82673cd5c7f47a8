/// What a raw peer does, one thing after the other.
enum Step: Sendable {
  /// Sends a frame.
  case send(Frame)
  /// Sends bytes that need not be a frame.
  case bytes([UInt8])
  /// Waits until the other side has ended this stream.
  case awaitEnd(UInt32)
  /// Waits until the other side has sent a frame of this type on this stream.
  case awaitFrame(UInt8, stream: UInt32)
  /// Waits until the other side has sent this many bytes of DATA on this stream, and proves that it sends no more.
  case awaitStall(UInt32, bytes: Int)
  /// Proves that the other side has sent nothing on this stream.
  case awaitNothing(UInt32)
  /// Closes the connection.
  case close
}

extension Step {
  static let preface = Step.bytes(Array("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".utf8))

  /// A whole call of Echo on a stream.
  static func call(_ stream: UInt32) -> [Step] {
    [.send(.headers(stream, HeaderList.request.block)), .send(.data(stream, Body.hello))]
  }
}
