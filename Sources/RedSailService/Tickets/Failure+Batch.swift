internal import RPCCore

extension Failure {
  /// The tickets of a batch do not fit into one message.
  static var batchTooLarge: RPCError {
    field(
      "names",
      .tooManyEntries,
      LocalizedText(
        "the tickets hold more than \(TicketRecords.batchBytes) bytes together: ask for fewer",
        "所查工单内容合计超过 \(TicketRecords.batchBytes) 字节，请减少数量"
      ),
      metadata: ["limit": "\(TicketRecords.batchBytes)"]
    )
  }
}
