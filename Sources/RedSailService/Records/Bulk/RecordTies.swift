internal import RedSailAPI
internal import RedSailStore

/// By what an entry of a bulk call hangs together with others, as words: two entries that share one have to do with each
/// other.
struct RecordTies: Sendable {
  /// Its record, by name and by external ids, and its request.
  private(set) var own: [String]
  /// What it refers to.
  let references: [String]
  /// The others of its kind that refer to the same record, divisions aside, which all share: rules tell them apart, such as
  /// that a compound has one governing body at a time.
  let siblings: [String]
  /// For a deletion: those that refer to its record.
  private let referrers: [String]
  /// What those that delete a record it refers to look for.
  private let uses: [String]

  init<Resource: StoredResource>(_ resource: Resource, requestID: String, isDeletion: Bool) {
    let names = Resource.resourceReferences.flatMap { $0.names(resource) }.filter { !$0.isEmpty }
    let ids = resource.externalIDs.map {
      "id \(Resource.resourceType.name) \($0.sourceSystem.utf8.count) \($0.sourceSystem) \($0.id)"
    }
    own = ids + ["request \(requestID)"] + (resource.name.isEmpty ? [] : [Self.record(resource.name)])
    references = names.map(Self.record)
    siblings = names.filter { !ResourceType.division.matches($0) }.map { "\(Resource.resourceType.name) of \($0)" }
    uses = names.map { "use of \($0)" }
    referrers = isDeletion && !resource.name.isEmpty ? ["use of \(resource.name)"] : []
  }

  /// Adds the name that the server gave the record.
  mutating func add(name: String) { own.append(Self.record(name)) }

  /// The words by which later entries find it.
  var provided: [String] { own + siblings + uses }
  /// The words by which it finds those that must be there first, for it to be judged at all.
  var needed: [String] { own + references + referrers }

  private static func record(_ name: String) -> String { "record \(name)" }
}
