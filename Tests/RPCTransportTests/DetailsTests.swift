internal import Foundation
internal import RPCCore
internal import RPCTransport
internal import Testing

/// Every kind of google.rpc detail, between our two sides and those of googleapis-common-protos.
extension PeerTests {
  private static let fail = MethodDescriptor<Payload, Payload>(service: "test.Details", name: "Fail", kind: .unary)

  private static let error = RPCError.resourceExhausted(
    "配额用完",
    violations: [.init(subject: "user:7", description: "3 a day")],
    retryDelay: .milliseconds(1_500)
  )
  .adding(GoogleRPC.ErrorInfo(reason: "QUOTA", domain: "example.org", metadata: ["limit": "3"]))
  .adding(GoogleRPC.DebugInfo(stackEntries: ["a", "b"], detail: "d"))
  .adding(
    GoogleRPC.PreconditionFailure.with {
      $0.violations = [.init(type: "TOS", subject: "example.org", description: "unsigned")]
    }
  )
  .adding(GoogleRPC.BadRequest.with { $0.fieldViolations = [.init(field: "a.b", description: "empty")] })
  .adding(GoogleRPC.RequestInfo(requestID: "r1", servingData: "s"))
  .adding(GoogleRPC.ResourceInfo(type: "t", name: "n", owner: "o", description: "d"))
  .adding(GoogleRPC.Help.with { $0.links = [.init(description: "how", url: "https://example.org/")] })
  .adding(GoogleRPC.LocalizedMessage(locale: "zh-CN", message: "配额用完"))

  @Test func pythonReadsOurDetails() async throws {
    var router = RPCRouter()
    router.unary(Self.fail) { _, _ in throw Self.error }
    let server = RPCServer(router: router)
    let running = Task { try await server.run() }
    defer { running.cancel() }
    let output = try await Program(python: "details_client.py", "\(try await server.addresses[0])").result()
    let json = try #require(try JSONSerialization.jsonObject(with: output) as? NSDictionary)
    let expected: NSDictionary = [
      "code": 8, "message": "配额用完", "same": true,
      "ErrorInfo": ["reason": "QUOTA", "domain": "example.org", "metadata": ["limit": "3"]] as NSDictionary,
      "RetryInfo": ["retryDelay": "1.500s"] as NSDictionary,
      "DebugInfo": ["stackEntries": ["a", "b"], "detail": "d"] as NSDictionary,
      "QuotaFailure": ["violations": [["subject": "user:7", "description": "3 a day"]]] as NSDictionary,
      "PreconditionFailure": [
        "violations": [["type": "TOS", "subject": "example.org", "description": "unsigned"]]
      ] as NSDictionary,
      "BadRequest": ["fieldViolations": [["field": "a.b", "description": "empty"]]] as NSDictionary,
      "RequestInfo": ["requestId": "r1", "servingData": "s"] as NSDictionary,
      "ResourceInfo": ["resourceType": "t", "resourceName": "n", "owner": "o", "description": "d"] as NSDictionary,
      "Help": ["links": [["description": "how", "url": "https://example.org/"]]] as NSDictionary,
      "LocalizedMessage": ["locale": "zh-CN", "message": "配额用完"] as NSDictionary,
    ]
    #expect(json == expected)
  }

  @Test func weReadPythonsDetails() async throws {
    let server = try Program(python: "details_server.py")
    defer { server.stop() }
    let port = try #require(Int(await server.firstLine()))
    let channel = ClientChannel(target: .tcp(host: "127.0.0.1", port: port))
    let error = try #require(await rpcError { try await channel.unary(Self.fail, Payload()) })
    await channel.close()
    #expect(error.code == .resourceExhausted && error.message == "配额用完")
    #expect(error.details.count == 10)
    #expect(error.errorInfo == Self.error.errorInfo)
    #expect(error.retryDelay == .milliseconds(1_500))
    #expect(error.debugInfo == Self.error.debugInfo)
    #expect(error.quotaViolations.map(\.subject) == ["user:7"])
    #expect(error.preconditionViolations.map(\.type) == ["TOS"])
    #expect(error.fieldViolations.map(\.field) == ["a.b"])
    #expect(error.requestInfo == Self.error.requestInfo)
    #expect(error.resourceInfo == Self.error.resourceInfo)
    #expect(error.helpLinks.map(\.url) == ["https://example.org/"])
    #expect(error.localizedMessage == Self.error.localizedMessage)
  }
}
