internal import ProtobufRuntime
internal import RedSailAPI
internal import Testing

@testable internal import RedSailService

/// The kinds that bulk calls carry.
@Suite struct ExchangeKindTests {
  @Test func everyKindButTheCityIsCarried() {
    let stored = Set(ServiceSchema.resources.map { $0.resourceType.name })
    #expect(Set(ExchangeKind.all.map(\.type.name)) == stored.subtracting(["redsail/City"]))
    #expect(ExchangeKind.all.count == AnyRecord.layout.fields.count)
    #expect(
      ExchangeKind.all.filter { !$0.isImported }.map(\.type.name).sorted() == ["redsail/Succession", "redsail/Ticket"]
    )
    #expect(
      ExchangeKind.all.filter(\.holdsPartyData).map(\.type.name).sorted() == ["redsail/Candidate", "redsail/Member"]
    )
  }

  @Test func everyKindOfTheFeedIsCarried() {
    let shown = Change.layout.fields.filter { $0.number >= 20 }.map(\.name)
    let carried = AnyRecord.layout.fields.map(\.name)
    #expect(Set(shown).subtracting(carried) == ["city"])
  }

  @Test func aKindComesAfterThoseItRefersTo() throws {
    let order = ExchangeKind.all.map(\.type.name)
    for (before, after) in [
      ("Division", "Grid"), ("Compound", "Project"), ("Firm", "KeyPost"), ("Station", "ReceptionDay"),
    ] {
      let first = try #require(order.firstIndex(of: "redsail/\(before)"))
      let second = try #require(order.firstIndex(of: "redsail/\(after)"))
      #expect(first < second)
    }
  }

  @Test(arguments: ExchangeKind.all.map(\.type.name))
  func aStoredRecordIsCarriedAsItIs(type: String) throws {
    let kind = try #require(ExchangeKind.byType[type])
    func check<Resource: StoredResource>(_: Resource.Type) throws {
      var resource = Resource()
      resource.name = "cities/370800/\(Resource.resourceType.collection)/x"
      let carried = try #require(try kind.record(resource.serialized()).resource?.stored as? Resource)
      #expect(carried == resource)
    }
    try check(kind.resource)
  }

  /// Names are replaced where the kind says that they are, and nowhere else.
  @Test(arguments: ServiceSchema.resources.map { "\($0)" })
  func referencesAreRewrittenAtTheirPaths(message: String) throws {
    func check<Resource: StoredResource>(_: Resource.Type) throws {
      for reference in Resource.resourceReferences {
        let path = try #require(ReferencePath(reference.field, in: Resource.layout), "\(reference.field)")
        let bytes = try Self.message(Resource.layout, reference.field.split(separator: ".").map(String.init))
        let before = try Resource(serialized: bytes)
        #expect(reference.names(before) == ["cities/370800/firms/old"], "\(reference.field)")
        let replaced = try #require(path.replace(in: before.serialized()) { $0.hasSuffix("old") ? "\($0)er" : nil })
        #expect(replaced.count == 1)
        #expect(reference.names(try Resource(serialized: replaced.bytes)) == ["cities/370800/firms/older"])
        let untouched = try #require(path.replace(in: before.serialized()) { _ in nil })
        #expect(untouched.count == 0)
        #expect(try Resource(serialized: untouched.bytes) == before)
      }
    }
    let resource = try #require(ServiceSchema.resources.first { "\($0)" == message })
    try check(resource)
  }

  /// A message with nothing but one name, at a path, as JSON writes it.
  private static func message(_ layout: MessageLayout, _ path: [String]) throws -> [UInt8] {
    func json(_ path: ArraySlice<String>) -> String {
      guard let first = path.first else { return "\"cities/370800/firms/old\"" }
      let isList = first.hasSuffix("[]")
      let value = json(path.dropFirst())
      return "{\"\(isList ? String(first.dropLast(2)) : first)\": \(isList ? "[\(value)]" : value)}"
        .replacing("{\"\": ", with: "")
    }
    return try #require(
      ServiceSchema.resources.first { $0.layout.fullName == layout.fullName }.map {
        try serialized($0, json(path[...]))
      }
    )
  }

  private static func serialized<Resource: StoredResource>(_: Resource.Type, _ json: String) throws -> [UInt8] {
    try Resource(json: json).serialized()
  }

  @Test func aListDoesNotNameARecordTwice() throws {
    let project = Project.with { $0.compounds = ["a", "b", "c"] }
    let path = try #require(ReferencePath("compounds[]", in: Project.layout))
    let replaced = try #require(path.replace(in: project.serialized()) { $0 == "c" ? "a" : nil })
    #expect(try Project(serialized: replaced.bytes).compounds == ["a", "b"])
    #expect(replaced.count == 1)
  }
}
