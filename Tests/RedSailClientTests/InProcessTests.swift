internal import Foundation
internal import RPCTransport
internal import RedSailClient
internal import RedSailService
internal import Testing

internal import class RedSailStore.SQLiteStore

@Suite struct InProcessTests {
  /// A program that embeds the server calls it without a socket.
  @Test
  func theSameServicesAnswerWithoutASocket() async throws {
    let directory = FileManager.default.temporaryDirectory.appendingPathComponent("redsail-client-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
    let store = try SQLiteStore(directory: directory.path, schema: RedSailServices.storeSchema)
    var router = RPCRouter()
    try await RedSailServices(store: store).register(in: &router)

    let redsail = RedSail(over: InProcessChannel(router: router), timeout: .seconds(60))
    let city = redsail.city("370800")
    try await TestCity.prepare(redsail, city)
    let created = try await city.tickets.create(TestCity.ticket("门禁损坏"), in: TestCity.community)
    var listed: [Ticket] = []
    for try await ticket in city.tickets.list(in: TestCity.county, where: "state = RECEIVED") { listed.append(ticket) }
    #expect(listed == [created])
    var feed = city.changes(kinds: [Ticket.resourceType]).makeAsyncIterator()
    #expect(try await feed.next()?.name == created.name)

    try await store.close()
    try FileManager.default.removeItem(at: directory)
  }
}
