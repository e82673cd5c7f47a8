/// A client of a RedSail server, and where everything begins.
///
/// ```swift
/// let redsail = try await RedSail.connect(to: "127.0.0.1:50051")
/// let city = redsail.city("370800")
/// let ticket = try await city.tickets.create(
///   .with { $0.title = "三号楼电梯停运"; $0.source = .owner }, in: "370811012001")
/// print(ticket.name)
/// await redsail.close()
/// ```
///
/// A value that can be kept and passed around; all its copies share one connection, and all functions may be called from
/// any task. Unary calls have a deadline by default and are repeated where that is safe, see ``RetryPolicy``.
///
/// What the functions here leave out, the generated clients have: `FirmServiceClient(redsail.channel)`.
public struct RedSail: Sendable {
  /// Where the calls go: with the default deadline and the retries of this client. Generated clients can be put on it.
  public let channel: any RPCChannel
  let retries: RetryPolicy
  let life = ClientLife()
  private let shutDown: @Sendable () async -> Void

  /// A client over a channel of your own, for instance one to a server in the same process.
  ///
  /// `timeout` is the time that a unary call has if its options say nothing. `close()` does not touch the channel.
  public init(over channel: any RPCChannel, timeout: Duration = .seconds(10), retries: RetryPolicy = RetryPolicy()) {
    self.init(over: channel, timeout: timeout, retries: retries) {}
  }

  init(
    over channel: any RPCChannel,
    timeout: Duration,
    retries: RetryPolicy,
    shutDown: @escaping @Sendable () async -> Void
  ) {
    self.channel = RetryingChannel(channel, timeout: timeout, policy: retries)
    self.retries = retries
    self.shutDown = shutDown
  }

  /// The city (城市) with a code of six digits, such as "370800", or a name, such as "cities/370800".
  ///
  /// Makes no call: what does not exist shows in the first call.
  public func city(_ code: String) -> CityClient {
    CityClient(code.contains("/") ? code : "cities/\(code)", of: self)
  }

  /// All cities of the server.
  ///
  /// `filter` (AIP-160) and `order` (AIP-132) as the schema's `ListCitiesRequest` says.
  public func cities(
    where filter: String = "",
    orderBy order: String = "",
    options: CallOptions = CallOptions()
  ) -> PagingSequence<ListCitiesRequest, ListCitiesResponse, City> {
    let request = ListCitiesRequest.with {
      $0.filter = filter
      $0.orderBy = order
    }
    return DivisionServiceClient(channel).cities(request, options: options)
  }

  /// Creates a city with a code of six digits, and gives back what is stored.
  public func createCity(
    _ code: String,
    _ city: City,
    options: CallOptions = CallOptions(),
    with fill: (inout CreateCityRequest) -> Void = { _ in }
  ) async throws(RPCError) -> City {
    var request = CreateCityRequest.with {
      $0.cityID = code
      $0.city = city
    }
    fill(&request)
    return try await DivisionServiceClient(channel).createCity(request, options: options)
  }

  /// Lets the calls under way end, for 5 s unless told otherwise, then closes the connection. Calls made from then on fail
  /// with UNAVAILABLE, and so do those that are not over by then: a change feed that nobody reads any more ends here.
  public func close(within grace: Duration = .seconds(5)) async {
    life.end()
    await withTaskGroup(of: Void.self) { group in
      group.addTask { await shutDown() }
      group.addTask { try? await Task.sleep(for: grace) }
      await group.next()
      group.cancelAll()
    }
  }
}
