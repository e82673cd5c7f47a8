/// An entry of an import: a request of its own as far as repeating it goes.
protocol ImportEntry: Message {
  /// Makes the entry safe to repeat (AIP-155).
  var requestID: String { get set }
}

extension CreateTicketRequest: ImportEntry {}
extension RecordEntry: ImportEntry {}

/// The client-streaming method behind an import.
protocol ImportCall<Entry, Result>: Sendable {
  associatedtype Entry: ImportEntry
  associatedtype Request: Message
  associatedtype Response: Message
  associatedtype Result: Sendable

  /// Opens a stream.
  func open(_ options: CallOptions) -> ClientStreamingCall<Request, Response>
  /// A message with entries; the first one says what holds for the stream.
  func message(_ entries: [Entry], isFirst: Bool) -> Request
  /// One result for each entry.
  func results(of response: Response) -> [Result]
  /// Where a result has its entry's index.
  var index: any WritableKeyPath<Result, Int32> & Sendable { get }
}
