internal import ProtobufRuntime
internal import RedSailAPI
internal import RedSailModel
internal import RedSailStore

extension Appointment {
  func validate(_ violations: inout Violations) {
    violations.externalIDs(externalIDs)
    violations.value(kind, "kind")
    if person != nil { violations.person(person, "person", required: true) }
    violations.text(post, "post", limit: 64)
    violations.text(basis, "basis", limit: 64)
    violations.period(from: validFrom, to: validTo)
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
  }
}
