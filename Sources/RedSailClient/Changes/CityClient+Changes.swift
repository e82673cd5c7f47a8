extension CityClient {
  /// The city's changes from a point on, in their order, over restarts of the server too: see ``ChangeFeed``.
  ///
  /// - `start`: where to begin; at the first change unless set.
  /// - `kinds`: only these kinds of records, such as `Ticket.resourceType`; all if empty.
  /// - `division`: only records in this division or below it; the whole city if empty.
  /// - `progressInterval`: how long the server may be silent before it sends a batch without changes; 1 s to 10 min, 15 s unless set.
  public func changes(
    since start: ChangeFeed.Start = .beginning,
    kinds: [String] = [],
    division: String = "",
    progressInterval: Duration = .seconds(15),
    options: CallOptions = CallOptions()
  ) -> ChangeFeed {
    let request = WatchChangesRequest.with {
      $0.parent = name
      switch start {
      case .beginning: break
      case .latest: $0.fromLatest = true
      case .cursor(let cursor): $0.cursor = cursor
      }
      $0.kinds = kinds
      $0.division = divisions.name(of: division)
      $0.progressInterval = .with {
        $0.seconds = progressInterval.components.seconds
        $0.nanos = Int32(progressInterval.components.attoseconds / 1_000_000_000)
      }
    }
    let client = ChangeFeedServiceClient(redsail.channel)
    return ChangeFeed(
      batches: ChangeFeed.Batches(
        client: client,
        request: request,
        options: options,
        retries: redsail.retries,
        life: redsail.life
      )
    )
  }
}
