internal import RedSailClient

/// A server with a city, one county, one street and one community in it, and clients of it.
struct TestCity {
  static let county = "370811"
  static let community = "370811012001"

  let server: any TestServer
  let port: Int
  let redsail: RedSail
  let city: CityClient

  /// Runs a test with a server of this kind.
  static func run(on backend: Backend, _ body: (TestCity) async throws -> Void) async throws {
    let server = try backend.makeServer()
    do {
      let port = try await server.start()
      let redsail = try await RedSail.connect(to: "127.0.0.1:\(port)")
      let city = redsail.city("370800")
      try await prepare(redsail, city)
      try await body(TestCity(server: server, port: port, redsail: redsail, city: city))
      await redsail.close()
    } catch {
      try await server.shutDown()
      throw error
    }
    try await server.shutDown()
  }

  static func prepare(_ redsail: RedSail, _ city: CityClient) async throws {
    _ = try await redsail.createCity("370800", .with { $0.displayName = "济宁市" })
    let divisions: [(code: String, level: Division.Level, name: String)] = [
      ("370800", .city, "济宁市"), (county, .county, "任城区"), ("370811012", .street, "济阳街道"),
      (community, .community, "共青团社区"),
    ]
    var above = ""
    for (code, level, name) in divisions {
      let division = Division.with {
        $0.parentDivision = above
        $0.displayName = name
        $0.level = level
        $0.code = code
      }
      above = try await city.divisions.create(division, id: code).name
    }
  }

  static func ticket(_ title: String) -> Ticket {
    .with {
      $0.title = title
      $0.source = .owner
      $0.kind = .repair
    }
  }

  /// The titles of all tickets in the community, in the server's order.
  func storedTitles() async throws -> [String] {
    var titles: [String] = []
    for try await ticket in city.tickets.list(in: Self.community) { titles.append(ticket.title) }
    return titles
  }
}
