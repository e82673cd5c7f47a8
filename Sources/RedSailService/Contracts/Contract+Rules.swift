internal import ProtobufRuntime
internal import RedSailAPI
internal import RedSailModel
internal import RedSailStore

extension Contract {
  func validate(_ violations: inout Violations) {
    violations.externalIDs(externalIDs)
    violations.text(displayName, "display_name", limit: 128)
    violations.value(kind, "kind")
    violations.value(feeMode, "fee_mode")
    violations.value(priceKind, "price_kind")
    violations.number(Int64(priceHundredths), "price_hundredths", in: 0...10_000_000)
    violations.date(signingDate, "signing_date")
    violations.text(ownerSide, "owner_side", limit: 128)
    violations.period(from: validFrom, to: validTo)
  }

  static func prepare(
    _ resource: Contract,
    before: Contract?,
    named name: ResourceName,
    in transaction: any StoreTransaction
  ) throws {
    if before?.division != resource.division {
      try transaction.checkLevel(of: resource.division, [.county, .street, .community], field: "contract.division")
    }
  }
}
