internal import ProtobufRuntime
internal import RedSailAPI
internal import RedSailModel
internal import RedSailStore

extension Subsidy {
  /// The largest amount, in fen: 100 thousand million yuan.
  static let maximumHundredths: Int64 = 10_000_000_000_000

  func validate(_ violations: inout Violations) {
    violations.externalIDs(externalIDs)
    violations.text(displayName, "display_name", limit: 128)
    if applicant != nil { violations.person(applicant, "applicant", required: true) }
    violations.date(appliedDate, "applied_date")
    if appliedHundredths != 0 {
      violations.number(Int64(appliedHundredths), "applied_hundredths", in: 1...Self.maximumHundredths)
    }
  }

  static func prepare(
    _ resource: Subsidy,
    before: Subsidy?,
    named name: ResourceName,
    in transaction: any StoreTransaction
  ) throws {
    if before?.division != resource.division {
      try transaction.checkLevel(
        of: resource.division,
        [.city, .county, .street, .community],
        field: "subsidy.division"
      )
    }
    if before == nil {
      try transaction.checkPast(["subsidy.applied_date": resource.appliedDate])
      try checkFirm(of: resource, in: transaction)
    }
    guard !resource.basis.isEmpty, before?.basis != resource.basis, let applied = resource.appliedDate?.civilDate else {
      return
    }
    let basis = try transaction.referred(PolicyDocument.self, named: resource.basis, field: "subsidy.basis").resource
    let period = DatePeriod(from: basis.validFrom?.civilDate, to: basis.validTo?.civilDate)
    guard !period.contains(applied) else { return }
    throw Failure.periodOutside(field: "subsidy.applied_date", of: resource.basis, period: period.description)
  }

  /// Amounts that an action could have left.
  static func prepareLoaded(_ resource: Subsidy, named name: ResourceName, in transaction: any StoreTransaction) throws
  {
    var violations = Violations()
    violations.number(resource.approvedHundredths, "subsidy.approved_hundredths", in: 0...maximumHundredths)
    violations.number(
      resource.paidHundredths,
      "subsidy.paid_hundredths",
      in: 0...min(max(0, resource.approvedHundredths), maximumHundredths)
    )
    try violations.check()
    try prepare(resource, before: nil, named: name, in: transaction)
  }

  /// What is subsidised is of the firm that gets the money.
  private static func checkFirm(of resource: Subsidy, in transaction: any StoreTransaction) throws {
    let field = "subsidy.subject"
    if ResourceType.project.matches(resource.subject) {
      try transaction.checkProject(resource.subject, isOf: resource.firm, field: field)
    } else if ResourceType.takeover.matches(resource.subject) {
      let owner = try transaction.referred(Takeover.self, named: resource.subject, field: field).resource.firm
      guard owner != resource.firm else { return }
      throw Failure.field(
        field,
        .invalidField,
        LocalizedText(
          "'\(resource.subject)' is a takeover by '\(owner)', not by '\(resource.firm)'",
          "补助对象不是该企业的接管"
        )
      )
    }
  }
}
