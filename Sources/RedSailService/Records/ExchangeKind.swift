internal import ProtobufRuntime
internal import RedSailAPI
internal import RedSailStore

/// A kind of record that bulk calls carry: a case of `AnyRecord`.
struct ExchangeKind: Sendable {
  /// The kind's description.
  let resource: any StoredResource.Type
  /// The number of the case.
  private let number: UInt32

  /// The type that callers name.
  var type: ResourceType { resource.resourceType }

  /// Whether an import loads it. Tickets have an import of their own, successions are made by the server only.
  var isImported: Bool { type != .ticket && type != .succession }

  /// Whether what it holds is about persons: the change feed tells only that it changed.
  var holdsPartyData: Bool { Self.hidesContent(resource) }

  /// Every kind that `AnyRecord` has a case for; each after those that its records refer to, as far as kinds do not refer
  /// to each other.
  static let all: [ExchangeKind] = {
    var ordered: [any StoredResource.Type] = []
    var seen: Set<String> = []
    let byType = Dictionary(
      ServiceSchema.resources.map { ($0.resourceType, $0) },
      uniquingKeysWith: { first, _ in first }
    )
    func visit(_ resource: any StoredResource.Type) {
      guard seen.insert(resource.resourceType.name).inserted else { return }
      for type in targets(of: resource) { if let target = byType[type] { visit(target) } }
      ordered.append(resource)
    }
    for resource in ServiceSchema.resources where resource.resourceType != .ticket { visit(resource) }
    for resource in ServiceSchema.resources { visit(resource) }
    return ordered.compactMap(ExchangeKind.init)
  }()

  /// The kinds by the type that callers name.
  static let byType = Dictionary(all.map { ($0.type.name, $0) }, uniquingKeysWith: { first, _ in first })

  /// The kind of a name; nil if it is none of these.
  static func of(_ name: String) -> ExchangeKind? { all.first { $0.type.matches(name) } }

  /// Nil where `AnyRecord` has no case for the kind.
  private init?(_ resource: any StoredResource.Type) {
    func isCase(_ field: FieldLayout) -> Bool {
      guard case .message(let layout) = field.kind else { return false }
      return layout().fullName == resource.layout.fullName
    }
    guard let field = AnyRecord.layout.fields.first(where: isCase) else { return nil }
    self.resource = resource
    number = field.number
  }

  /// A stored record as bulk calls carry it.
  func record(_ bytes: [UInt8]) throws -> AnyRecord {
    var message: [UInt8] = []
    message.reserveCapacity(bytes.count + 8)
    WireVarint.append(UInt64(number) << 3 | 2, to: &message)
    WireVarint.append(UInt64(bytes.count), to: &message)
    message += bytes
    return try AnyRecord(serialized: message)
  }

  private static func hidesContent<Resource: StoredResource>(_: Resource.Type) -> Bool {
    Resource().changeResource == nil
  }

  private static func targets<Resource: StoredResource>(of _: Resource.Type) -> [ResourceType] {
    Resource.resourceReferences.flatMap(\.targets).map(\.type)
  }
}

extension Caller {
  /// Whether bulk calls show the caller records of a kind: the one place that decides on party data, by the kinds that
  /// the authoriser put into the caller's scope.
  func mayRead(_ kind: ExchangeKind) -> Bool { scope.includes(kind: kind.resource.recordKind.name) }
}
