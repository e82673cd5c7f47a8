internal import RedSailAPI
internal import RedSailStore

/// Between which organisations the appointments of a kind lead (任职类型的来源与去向).
struct AppointmentRoute: Sendable {
  /// A type of organisation, and what it must be besides.
  struct End: Sendable {
    let type: ResourceType
    var sphere: PartyOrganisation.Sphere?
    var level: Division.Level?

    static let firm = End(type: .firm)
    static let project = End(type: .project)
    static let committee = End(type: .committee)
    static let grid = End(type: .grid)
    static let division = End(type: .division)
    static let community = End(type: .division, level: .community)
    static let partyOrganisation = End(type: .partyOrganisation)

    static func partyOrganisation(_ sphere: PartyOrganisation.Sphere) -> End {
      End(type: .partyOrganisation, sphere: sphere)
    }
  }

  let from: [End]
  let to: [End]

  /// The route of a kind; nil where the schema names none.
  init?(_ kind: Appointment.Kind) {
    switch kind {
    case .partyHeadToCommunity:
      from = [.partyOrganisation(.firm), .firm, .committee]
      to = [.partyOrganisation(.community)]
    case .communityToCommittee:
      from = [.community, .partyOrganisation(.community)]
      to = [.committee]
    case .supervisorOfFirm:
      from = [.division, .partyOrganisation, .committee, .grid]
      to = [.firm]
    case .managerToGridBranch:
      from = [.project, .firm]
      to = [.partyOrganisation(.grid)]
    case .gridWorkerToSteward:
      from = [.grid]
      to = [.firm, .project]
    case .headToCompoundBranch:
      from = [.committee, .firm, .project]
      to = [.partyOrganisation(.compound)]
    case .unspecified, .unrecognized: return nil
    }
  }

  /// Notes an organisation of a type that does not stand at this end. What is no organisation at all is left to the check
  /// of references.
  static func check(_ name: String, _ field: String, of ends: [End], _ violations: inout Violations) {
    guard !name.isEmpty, !ends.contains(where: { $0.type.matches(name) }) else { return }
    let reference = Appointment.resourceReferences.first { $0.field == field }
    guard reference?.targets.contains(where: { $0.type.matches(name) }) == true else { return }
    let patterns = ends.map(\.type.pattern).joined(separator: ", ")
    violations.add(
      field,
      .invalidField,
      LocalizedText("expected \(patterns) for this kind, came '\(name)'", "该任职类型不适用于所选组织“\(name)”")
    )
  }

  /// Checks the sphere or level of an organisation.
  static func check(_ name: String, _ field: String, of ends: [End], in snapshot: any StoreSnapshot) throws {
    guard let end = ends.first(where: { $0.type.matches(name) }) else { return }
    if let level = end.level { try snapshot.checkLevel(of: name, [level], field: field) }
    guard let sphere = end.sphere else { return }
    let came = try snapshot.referred(PartyOrganisation.self, named: name, field: field).resource.sphere
    guard came != sphere else { return }
    let names = [sphere, came].map { PartyOrganisation.Sphere.layout.name(of: $0.rawValue) ?? "" }
    throw Failure.field(
      field,
      .invalidField,
      LocalizedText(
        "expected a party organisation of \(names[0]), '\(name)' is of \(names[1])",
        "党组织“\(name)”的类别不适用于该任职类型"
      )
    )
  }
}
