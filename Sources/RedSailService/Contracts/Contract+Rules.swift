internal import ProtobufRuntime
internal import RedSailAPI
internal import RedSailModel
internal import RedSailStore

extension Contract {
  func validate(_ violations: inout Violations) {
    violations.externalIDs(externalIDs)
    violations.publicText(displayName, "display_name", limit: 128)
    violations.value(kind, "kind")
    violations.value(feeMode, "fee_mode")
    violations.value(priceKind, "price_kind")
    violations.number(Int64(priceHundredths), "price_hundredths", in: 0...10_000_000)
    violations.date(signingDate, "signing_date")
    violations.publicText(ownerSide, "owner_side", limit: 128)
    violations.period(from: validFrom, to: validTo)
  }

  static func prepare(
    _ resource: Contract,
    before: Contract?,
    named name: ResourceName,
    in transaction: any StoreTransaction
  ) throws {
    if before?.division != resource.division {
      let project = try transaction.referred(Project.self, named: resource.project, field: "contract.project").resource
      guard project.division == resource.division else {
        throw Failure.field(
          "contract.division",
          .invalidField,
          LocalizedText(
            "expected that of '\(resource.project)', '\(project.division)', came '\(resource.division)'",
            "合同的区划应与项目一致，为“\(project.division)”"
          )
        )
      }
    }
    if before == nil { try transaction.checkPast(["contract.signing_date": resource.signingDate]) }
    // A merge of projects moves a contract to another one.
    guard
      before == nil || before?.validFrom != resource.validFrom || before?.validTo != resource.validTo
        || before?.project != resource.project
    else { return }
    let period = Period(resource.validFrom, resource.validTo)
    let project = try transaction.referred(Project.self, named: resource.project, field: "contract.project").resource
    let whole = Period(project.validFrom, project.validTo)
    guard whole.contains(period) else {
      throw Failure.periodOutside(field: "contract.valid_to", of: resource.project, period: whole.description)
    }
    if resource.kind == .formal { try checkOverlap(of: resource, period, named: name, in: transaction) }
  }

  /// The owners have one contract for a project at a time.
  private static func checkOverlap(
    of resource: Contract,
    _ period: Period,
    named name: ResourceName,
    in transaction: any StoreTransaction
  ) throws {
    let others = try transaction.others(
      Contract.self,
      besides: name,
      where: .compare("project", .equal, .text(resource.project))
    )
    let rival = others.map(\.resource).first {
      $0.kind == .formal && Period($0.validFrom, $0.validTo).overlaps(period)
    }
    guard let other = rival else { return }
    throw Failure.periodOverlap(
      LocalizedText(
        "contract: '\(resource.project)' has the contract '\(other.name)' with its owners at that time",
        "该项目在此期间已有物业服务合同“\(other.name)”"
      ),
      with: other.name
    )
  }
}
