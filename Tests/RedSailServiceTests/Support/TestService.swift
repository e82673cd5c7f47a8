internal import Foundation
internal import ProtobufRuntime
internal import RPCCore
internal import RPCTransport
internal import RedSailAPI
internal import RedSailService
internal import RedSailStore

/// The services over a real database in a directory of their own, called through generated clients in process.
struct TestService {
  let clock: TestClock
  let store: SQLiteStore
  let services: RedSailServices
  let directory: String
  /// For the clients that a suite makes itself.
  let channel: InProcessChannel
  let divisions: DivisionServiceClient
  let compounds: CompoundServiceClient
  let firms: FirmServiceClient
  let party: PartyServiceClient
  let projects: ProjectServiceClient
  let receptionDays: ReceptionDayServiceClient
  let feed: ChangeFeedServiceClient
  let records: RecordServiceClient
  let tickets: TicketServiceClient
  let hotline: HotlineServiceClient

  static let city = "cities/370800"

  /// Opens an empty database, or the one in a directory.
  init(directory: String? = nil, clock: TestClock = TestClock()) async throws {
    self.clock = clock
    self.directory = try directory ?? Self.makeDirectory()
    store = try SQLiteStore(directory: self.directory, schema: RedSailServices.storeSchema, configuration: .small) {
      clock.now
    }
    services = try await RedSailServices(store: store) { clock.now }
    var router = RPCRouter()
    services.register(in: &router)
    channel = InProcessChannel(router: router, defaultTimeout: .seconds(60))
    divisions = DivisionServiceClient(channel)
    compounds = CompoundServiceClient(channel)
    firms = FirmServiceClient(channel)
    party = PartyServiceClient(channel)
    projects = ProjectServiceClient(channel)
    receptionDays = ReceptionDayServiceClient(channel)
    feed = ChangeFeedServiceClient(channel)
    records = RecordServiceClient(channel)
    tickets = TicketServiceClient(channel)
    hotline = HotlineServiceClient(channel)
  }

  /// Closes the database and removes its directory.
  func close() async throws {
    try await store.close()
    try FileManager.default.removeItem(atPath: directory)
  }

  /// Runs a test on an empty database.
  static func with(_ body: (TestService) async throws -> Void) async throws {
    try await with(emptyFiles.value, body)
  }

  /// Runs a test on a database that holds a small part of 济宁.
  static func withCity(_ body: (TestService) async throws -> Void) async throws {
    try await with(cityFiles.value, body)
  }

  private static func with(_ files: [String: Data], _ body: (TestService) async throws -> Void) async throws {
    await TestTurns.shared.take()
    do {
      let directory = try makeDirectory()
      for (name, content) in files { try content.write(to: URL(filePath: directory).appending(path: name)) }
      let service = try await TestService(directory: directory)
      try await body(service)
      try await service.close()
    } catch {
      await TestTurns.shared.giveBack()
      throw error
    }
    await TestTurns.shared.giveBack()
  }

  /// The files of a closed database, empty or with the city: made once and copied for each test, because making the
  /// tables takes longer than most tests.
  private static let emptyFiles = Task { try await files { _ in } }
  private static let cityFiles = Task { try await files { try await $0.makeCity() } }

  private static func files(_ fill: (TestService) async throws -> Void) async throws -> [String: Data] {
    let service = try await TestService()
    try await fill(service)
    try await service.store.close()
    var files: [String: Data] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: service.directory) {
      files[name] = try Data(contentsOf: URL(filePath: service.directory).appending(path: name))
    }
    try FileManager.default.removeItem(atPath: service.directory)
    return files
  }

  private static func makeDirectory() throws -> String {
    let directory = FileManager.default.temporaryDirectory.appending(path: "redsail-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
    return directory
  }
}
