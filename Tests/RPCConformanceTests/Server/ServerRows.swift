/// The table, by what it is about; each group lies in a file of its own.
enum ServerRows {
  /// Streams that a client may have open at once in every row.
  static let streamLimit = 10

  /// The header block of a good request.
  static let request = HeaderList.request.block
  static let hello = Body.hello
}
