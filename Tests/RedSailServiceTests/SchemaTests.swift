internal import ProtobufRuntime
internal import RPCCore
internal import RedSailAPI
internal import RedSailStore
internal import Testing

@testable internal import RedSailService

/// The descriptions of the resources, compared with the schema's text.
@Suite struct SchemaTests {
  /// Set by the engine for every resource.
  private static let common: Set<String> = [
    "name", "etag", "create_time", "update_time", "delete_time", "event_time", "backfilled",
  ]

  private static let resources = ServiceSchema.resources

  /// Given at creation and changed by actions, never by an update: the schema says so in words.
  private static let changedByActions: Set<String> = [
    "ReceptionDay.state", "Ticket.holder", "Ticket.promised_date", "Committee.members",
    "Committee.party_member_count",
  ]

  @Test(arguments: resources.map { "\($0)" })
  func fieldsBehaveAsTheSchemaSays(message: String) throws {
    let resource = try #require(Self.resources.first { "\($0)" == message })
    let documented = try ProtoText.fields(of: message).filter { !Self.common.contains($0.name) }
    #expect(!documented.isEmpty)
    let described = Self.described(resource)
    #expect(described.map(\.name) == documented.map(\.name))
    for (field, described) in zip(documented, described) {
      #expect(described.behaviours == field.behaviours, "\(message).\(field.name)")
    }
  }

  private static func described<Resource: StoredResource>(_: Resource.Type) -> [(name: String, behaviours: Set<String>)]
  {
    Resource.resourceFields.map { field in
      var behaviours: Set<String> = []
      if field.behaviour.isRequired { behaviours.insert("REQUIRED") }
      if field.behaviour.isImmutable, !changedByActions.contains("\(Resource.self).\(field.name)") {
        behaviours.insert("IMMUTABLE")
      }
      if field.behaviour == .outputOnly { behaviours.insert("OUTPUT_ONLY") }
      return (field.name, behaviours)
    }
  }

  @Test(arguments: resources.map { "\($0)" })
  func documentedFiltersAndOrdersAreIndexed(message: String) throws {
    let resource = try #require(Self.resources.first { "\($0)" == message })
    let kind = resource.recordKind
    let collection = resource.resourceType.collection
    let request =
      collection.isEmpty
      ? "ListCitiesRequest" : "List\(collection.prefix(1).uppercased())\(collection.dropFirst())Request"
    let filters = try ProtoText.documentedNames(request, field: "filter")
    let orders = try ProtoText.documentedNames(request, field: "order_by")
    #expect(!filters.isEmpty && !orders.isEmpty)
    for field in filters { #expect(kind.column(forField: field) != nil, "\(message) has no filter on \(field)") }
    for field in orders {
      #expect(throws: Never.self) { try OrderParser.parse(field, for: kind) }
    }
  }

  @Test func reasonsHaveTheCodesOfTheirComments() throws {
    let text = try ProtoText.file("errors.proto")
    let entries = text.matches(of: /\/\/ \[([A-Z_]+)\][^;]*?ERROR_REASON_([A-Z_]+) = ([0-9]+);/)
    #expect(entries.count == ErrorReason.layout.values.count - 1)
    for entry in entries {
      let number = try #require(Int32(entry.output.3))
      let reason = ErrorReason(rawValue: number)
      #expect(reason.code.name == String(entry.output.1), "\(entry.output.2)")
      #expect(reason.wireName == String(entry.output.2))
    }
  }

  @Test func everyMethodHasARule() throws {
    let rules = try AuthorizationRules(RedSailAPI.FileDescriptors.all)
    #expect(rules["/redsail.v1.CommitteeService/CountElectionBallots"]?.action == "count_ballots")
    let hold = try #require(rules["/redsail.v1.ReceptionDayService/HoldReceptionDay"])
    #expect(hold.resource == "redsail/ReceptionDay" && hold.verb == .act && hold.action == "hold")
    #expect(hold.scopeFields == ["name"] && hold.roles.contains(.firm) && !hold.roles.contains(.dashboard))
  }

  @Test func aMethodWithoutARuleKeepsTheServerFromStarting() throws {
    let rules = try AuthorizationRules(RedSailAPI.FileDescriptors.all)
    let method = RPCMethod(service: "redsail.v1.FirmService", name: "SellFirm", kind: .unary)
    let service = ServiceDescriptor(name: "redsail.v1.FirmService", methods: [method])
    #expect(throws: AuthorizationRulesError.missing(method: "/redsail.v1.FirmService/SellFirm")) {
      try rules.check([service])
    }
    #expect(throws: AuthorizationRulesError.unreadable(file: "broken.proto")) {
      try AuthorizationRules([EncodedFileDescriptor(name: "broken.proto", base64: "/////w==")])
    }
  }
}
