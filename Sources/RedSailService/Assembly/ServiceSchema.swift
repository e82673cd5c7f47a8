internal import RedSailAPI
internal import RedSailStore

/// Everything that is stored: the one list to which a new kind of resource is added.
enum ServiceSchema {
  /// Raised by one whenever a kind, a column or an index is added.
  static let version = 2

  /// The resources.
  static let resources: [any StoredResource.Type] = [
    City.self, Division.self, Grid.self, Compound.self, Firm.self, PartyOrganisation.self, InstructorAssignment.self,
    Project.self, ReceptionDay.self, Ticket.self, ServiceArea.self, Building.self, Unit.self, Contract.self,
    KeyPost.self, Appointment.self, Member.self, Committee.self, Election.self, Candidate.self, OwnersVote.self,
    Rectification.self, Station.self, Venue.self, Booking.self, Honour.self, Programme.self, SatisfactionSurvey.self,
    PolicyDocument.self, DutyList.self, Disclosure.self, RenovationProject.self, Takeover.self, Subsidy.self,
    Inspection.self, Hazard.self, ChargingFacility.self, HotlineTotal.self, Parameter.self, HolidayCalendar.self,
    ServiceLevelRule.self, Indicator.self, Attachment.self, Succession.self,
  ]

  /// Kinds that are no resources of their own.
  static let others: [StoredKind] = [ExternalIDRows.storedKind]

  /// The kinds of the store.
  static let kinds: [StoredKind] = resources.flatMap { kinds(of: $0) } + others

  /// The kinds by their names in the store.
  static let kindsByName = Dictionary(kinds.map { ($0.kind.name, $0) }, uniquingKeysWith: { first, _ in first })

  /// What the store is opened with.
  static let store = StoreSchema(version: version, kinds: kinds.map(\.kind)) { kind, bytes in
    try kindsByName[kind.name]?.indexValues(bytes) ?? [:]
  }

  private static func kinds(of resource: any StoredResource.Type) -> [StoredKind] {
    func open<Resource: StoredResource>(_ resource: Resource.Type) -> [StoredKind] { StoredKind.all(of: resource) }
    return open(resource)
  }
}
