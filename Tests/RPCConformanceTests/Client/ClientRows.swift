/// The table, by what it is about; each group lies in a file of its own. The call is on stream 1, its request whole.
enum ClientRows {
  /// The head of a response.
  static let head = HeaderList.response.block
  static let hello = Body.hello
  static let trailers = HeaderList.trailers.block

  /// A whole response that gives the request back.
  static func answer(_ stream: UInt32) -> [Frame] {
    [.headers(stream, head), .data(stream, hello, []), .headers(stream, trailers, [.endHeaders, .endStream])]
  }

  /// Frames that are let pass: the call is answered behind them.
  static func accepted(_ section: String, _ says: String, _ frames: Frame...) -> ClientRow {
    ClientRow(section, says, frames + answer(1), .alive)
  }

  /// Frames that end the connection.
  static func fatal(_ section: String, _ says: String, _ frames: Frame..., code: ErrorCode) -> ClientRow {
    ClientRow(section, says, frames, .connectionError(code))
  }
}
