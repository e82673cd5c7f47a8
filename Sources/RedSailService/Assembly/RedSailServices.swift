public import RPCCore
internal import RedSailAPI
public import RedSailStore

/// The services of a RedSail server over one store.
public struct RedSailServices: Sendable {
  /// The services, to be registered with a router.
  public let services: [any RPCService]
  private let drain: ServiceDrain
  let environment: ServiceEnvironment

  /// What a store for these services is opened with.
  public static var storeSchema: StoreSchema { ServiceSchema.store }

  /// Makes the services, and brings what earlier versions have stored up to date.
  ///
  /// - Parameters:
  ///   - store: Opened with `storeSchema`. Give it the same clock.
  ///   - authorizer: Who may call; by default everyone, for a server on loopback.
  ///   - clock: The time now.
  /// - Throws: `AuthorizationRulesError` if the schema has a method without an authorisation rule, or what the store
  ///   throws.
  public init(
    store: any Store,
    authorizer: any Authorizer = OpenAuthorizer(),
    clock: @escaping @Sendable () -> Instant = { .now() }
  ) async throws {
    let rules = try AuthorizationRules(FileDescriptors.all)
    try await ServiceMigration.migrate(store)
    let secret = try await store.setMark("service.token_secret", ifAbsent: PageTokenSealer.makeSecret())
    drain = ServiceDrain()
    environment = ServiceEnvironment(
      store: store,
      clock: clock,
      authorizer: authorizer,
      rules: rules,
      tokens: PageTokenSealer(secret: secret),
      referrers: Referrers(ServiceSchema.resources),
      drain: drain
    )
    services = [
      DivisionHandlers(environment), CompoundHandlers(environment), FirmHandlers(environment),
      PartyHandlers(environment), ProjectHandlers(environment), ReceptionDayHandlers(environment),
      ChangeFeedHandlers(environment), TicketHandlers(environment), ScoreboardHandlers(environment),
      ServiceAreaHandlers(environment), ContractHandlers(environment), PersonnelHandlers(environment),
      MemberHandlers(environment), CommitteeHandlers(environment), StationHandlers(environment),
      RecognitionHandlers(environment), PolicyHandlers(environment), ImprovementHandlers(environment),
      SafetyHandlers(environment), HotlineHandlers(environment), RuleHandlers(environment),
      IndicatorHandlers(environment), AttachmentHandlers(environment), RecordHandlers(environment),
      ReportHandlers(environment),
    ]
    try rules.check(services.map { type(of: $0).serviceDescriptor })
  }

  /// Adds the services to a router.
  public func register(in router: inout RPCRouter) {
    for service in services { router.register(service) }
  }

  /// The services' full names, for health statuses.
  public var serviceNames: [String] { services.map { type(of: $0).serviceDescriptor.name } }

  /// Ends long streams with UNAVAILABLE, so that their clients resume elsewhere; call it when the server begins to drain.
  public func beginDrain() { drain.begin() }
}
