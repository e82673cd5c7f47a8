/// Gets to know what happens to the connections of a server, for metrics and logs.
public protocol ServerObserver: Sendable {
  /// Something has happened. Called on event loops, between calls: must be quick and not block.
  func serverDidObserve(_ event: ServerEvent)
}
