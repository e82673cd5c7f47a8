internal import ProtobufRuntime
internal import RedSailAPI
internal import RedSailModel
internal import RedSailStore

extension Subsidy {
  /// The largest amount, in fen: 100 thousand million yuan.
  static let maximumHundredths: Int64 = 10_000_000_000_000

  func validate(_ violations: inout Violations) {
    violations.externalIDs(externalIDs)
    violations.publicText(displayName, "display_name", limit: 128)
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
    if let before, before.basis != resource.basis, before.state != .applied {
      let state = String((State.layout.name(of: before.state.rawValue) ?? "").dropFirst("STATE_".count))
      throw Failure.field(
        "subsidy.basis",
        .actionNotAllowed,
        LocalizedText("the subsidy is \(state): what it was decided on stays", "补助已审批，政策依据不得修改"),
        metadata: ["state": state, "action": "update", "allowed_states": "APPLIED", "allowed_actions": ""]
      )
    }
    try check(resource, before: before, in: transaction)
  }

  /// A policy document that is merged takes along what was decided on it.
  static func prepareMoved(
    _ resource: Subsidy,
    before: Subsidy,
    named name: ResourceName,
    in transaction: any StoreTransaction
  ) throws {
    try check(resource, before: before, in: transaction)
  }

  private static func check(_ resource: Subsidy, before: Subsidy?, in transaction: any StoreTransaction) throws {
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
    resource.checkPayments(&violations)
    try violations.check()
    try prepare(resource, before: nil, named: name, in: transaction)
  }

  /// Payments that are loaded add up to what is paid, and the last of them is of the day that the record says.
  private func checkPayments(_ violations: inout Violations) {
    var last = appliedDate?.civilDate
    for (index, payment) in payments.enumerated() {
      violations.inside("subsidy.payments[\(index)]") { violations in
        violations.number(payment.amountHundredths, "amount_hundredths", in: 1...Self.maximumHundredths)
        guard let day = violations.date(payment.date, "date", required: true) else { return }
        if let last, day < last {
          violations.add("date", .invalidField, LocalizedText("\(day) lies before \(last)", "日期早于上一笔拨付"))
        }
        last = day
      }
    }
    guard !payments.isEmpty else { return }
    var paid: Int64 = 0
    for payment in payments { paid = paid.addingReportingOverflow(payment.amountHundredths).partialValue }
    if paid != paidHundredths || payments.last?.date != paidDate {
      violations.add(
        "subsidy.payments",
        .invalidField,
        LocalizedText(
          "expected payments that add up to paid_hundredths \(paidHundredths), the last on paid_date",
          "历次拨付合计应等于已拨付金额，末次日期应为拨付日期"
        )
      )
    }
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
