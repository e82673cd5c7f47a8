internal import RedSailClient
internal import Testing

@Suite struct FirstCallsTests {
  @Test(arguments: Backend.allCases)
  func createdRecordsAreFoundByNameAndInLists(_ backend: Backend) async throws {
    try await TestCity.run(on: backend) { test in
      let titles = (1...8).map { "电梯停运 \($0)" }
      for title in titles {
        let created = try await test.city.tickets.create(TestCity.ticket(title), in: TestCity.community)
        #expect(created.name.hasPrefix("cities/370800/tickets/"))
        #expect(created.division == "cities/370800/divisions/\(TestCity.community)")
        let id = String(created.name.split(separator: "/").last ?? "")
        #expect(try await test.city.tickets.get(id).title == title)
      }
      // The list comes in pages of three here.
      var listed: [String] = []
      let tickets = test.city.tickets.list(in: TestCity.community) { $0.pageSize = 3 }
      for try await ticket in tickets { listed.append(ticket.title) }
      #expect(listed.sorted() == titles)
    }
  }

  @Test(arguments: Backend.allCases)
  func errorsSayWhyInWhichFieldAndInChinese(_ backend: Backend) async throws {
    try await TestCity.run(on: backend) { test in
      let missing = await #expect(throws: RPCError.self) { try await test.city.tickets.get("none") }
      #expect(missing?.code == .notFound)
      #expect(missing?.reason == .notFound)
      #expect(missing?.localizedMessage?.message.isEmpty == false)

      let wrong = await #expect(throws: RPCError.self) {
        try await test.city.tickets.create(TestCity.ticket(""), in: TestCity.community)
      }
      #expect(wrong?.code == .invalidArgument)
      #expect(wrong?.reason == .requiredField)
      #expect(wrong?.fieldViolations.map(\.field) == ["ticket.title"])
    }
  }

  @Test
  func errorsOfOtherOriginHaveNoReason() async throws {
    try await TestCity.run(on: .python) { test in
      // The peer has no such method.
      let error = await #expect(throws: RPCError.self) { try await test.city.firms.get("91370811MA3YYYY16X") }
      #expect(error?.code == .unimplemented)
      #expect(error?.reason == nil)
      #expect(error?.fieldViolations.isEmpty == true)
    }
  }

  @Test(arguments: ["localhost:", ":50051", "localhost:0", "localhost:65536", "::1:50051", "dns:///a/b:1"])
  func unreadableTargetsAreRefused(_ target: String) async throws {
    let error = await #expect(throws: RPCError.self) { try await RedSail.connect(to: target) }
    #expect(error?.code == .invalidArgument)
    #expect(error?.message.contains("'\(target)'") == true)
  }

  @Test(arguments: ["127.0.0.1:%", "dns:///localhost:%", "ipv4:127.0.0.1:%", "localhost:%"])
  func targetsAreReadAsGRPCWritesThem(_ target: String) async throws {
    let server = try PythonServer()
    let port = try await server.start()
    let redsail = try await RedSail.connect(to: target.replacing("%", with: "\(port)"))
    await redsail.close()
    try await server.shutDown()
  }

  @Test
  func connectingFailsWhereNobodyListens() async throws {
    let server = try PythonServer()
    let port = try await server.start()
    try await server.shutDown()
    let error = await #expect(throws: RPCError.self) {
      try await RedSail.connect(to: "127.0.0.1:\(port)", retries: .never)
    }
    #expect(error?.code == .unavailable)
    #expect(error?.message.contains("127.0.0.1:\(port)") == true)
  }
}
