/// The entries of one import stream, cut into messages as they come.
struct ImportBatch<Entry: ImportEntry> {
  /// The most entries of a stream, as the schema says.
  static var maximumEntries: Int { 10_000 }
  /// The most bytes of entries that are kept for a stream: 16 MiB and the entry that reaches it.
  static var maximumBytes: Int { 16 << 20 }
  /// The most entries of a message; the schema allows 1,000, but smaller messages keep the server busy while we encode.
  static var maximumEntriesPerMessage: Int { 250 }
  /// The most bytes of a message, unless a single entry has more; a server takes 4 MiB unless set otherwise.
  static var maximumBytesPerMessage: Int { 1 << 20 }

  /// The messages' entries; none is empty, and the last one may still grow unless the batch is closed.
  private(set) var messages: [[Entry]] = []
  private(set) var count = 0
  private(set) var isClosed = false
  private var bytes = 0
  private var bytesOfLastMessage = 0

  /// How many messages are as they will be sent.
  var completeMessages: Int { isClosed ? messages.count : max(messages.count - 1, 0) }

  /// Says that no more entries come.
  mutating func close() { isClosed = true }

  /// Takes an entry in, with a random `request_id` if it has none, and closes the batch when it is full.
  ///
  /// Throws INVALID_ARGUMENT if the entry cannot be encoded.
  mutating func add(_ entry: Entry) throws(RPCError) {
    var entry = entry
    if entry.requestID.isEmpty { entry.requestID = RequestID.random() }
    let size: Int
    do {
      size = try entry.withPrepared { $0.size }
    } catch {
      throw RPCError(
        code: .invalidArgument,
        message: "entry \(entry.requestID) cannot be encoded: \(error)",
        cause: error
      )
    }
    let last = messages.endIndex - 1
    if last >= 0, messages[last].count < Self.maximumEntriesPerMessage,
      bytesOfLastMessage + size <= Self.maximumBytesPerMessage
    {
      messages[last].append(entry)
      bytesOfLastMessage += size
    } else {
      messages.append([entry])
      bytesOfLastMessage = size
    }
    bytes += size
    count += 1
    isClosed = count == Self.maximumEntries || bytes >= Self.maximumBytes
  }
}
