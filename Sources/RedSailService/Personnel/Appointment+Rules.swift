internal import ProtobufRuntime
internal import RedSailAPI
internal import RedSailModel
internal import RedSailStore

extension Appointment {
  func validate(_ violations: inout Violations) {
    violations.externalIDs(externalIDs)
    violations.value(kind, "kind")
    if person != nil { violations.person(person, "person", required: true) }
    violations.publicText(post, "post", limit: 64)
    violations.text(basis, "basis", limit: 64)
    violations.period(from: validFrom, to: validTo)
    guard let route = AppointmentRoute(kind) else { return }
    AppointmentRoute.check(fromOrganisation, "from_organisation", of: route.from, &violations)
    AppointmentRoute.check(toOrganisation, "to_organisation", of: route.to, &violations)
  }

  static func prepare(
    _ resource: Appointment,
    before: Appointment?,
    named name: ResourceName,
    in transaction: any StoreTransaction
  ) throws {
    if before?.division != resource.division {
      try transaction.checkLevel(
        of: resource.division,
        [.city, .county, .street, .community],
        field: "appointment.division"
      )
    }
    if let route = AppointmentRoute(resource.kind) {
      if before?.fromOrganisation != resource.fromOrganisation {
        let field = "appointment.from_organisation"
        try AppointmentRoute.check(resource.fromOrganisation, field, of: route.from, in: transaction)
      }
      if before?.toOrganisation != resource.toOrganisation {
        let field = "appointment.to_organisation"
        try AppointmentRoute.check(resource.toOrganisation, field, of: route.to, in: transaction)
      }
    }
    guard
      before == nil || before?.validFrom != resource.validFrom || before?.validTo != resource.validTo
        || before?.person?.reference != resource.person?.reference
        || before?.toOrganisation != resource.toOrganisation
    else { return }
    try resource.checkUnique(named: name, in: transaction)
  }

  /// Nobody takes the same part in an organisation twice at a time.
  private func checkUnique(named name: ResourceName, in snapshot: any StoreSnapshot) throws {
    guard let person, !person.reference.isEmpty else { return }
    let others = try snapshot.others(
      Appointment.self,
      besides: name,
      where: .and([
        .compare("person_reference", .equal, .text(person.reference)), Period(validFrom, validTo).overlapPredicate,
      ])
    )
    let rival = others.first { $0.resource.kind == kind && $0.resource.toOrganisation == toOrganisation }
    guard let rival else { return }
    throw Failure.periodOverlap(
      LocalizedText(
        "the person is appointed there at that time by '\(rival.record.name)'",
        "该人员在此期间已在该组织任职（“\(rival.record.name)”）"
      ),
      with: rival.record.name
    )
  }
}
