internal import RedSailAPI
internal import RedSailModel
internal import RedSailStore

extension DutyList {
  /// Checks a version against the others of its division, role and subject: one is in force at a time, no version comes
  /// twice, and later periods have higher ones.
  static func checkVersions(of resource: DutyList, named name: ResourceName, in transaction: any StoreTransaction)
    throws
  {
    let period = Period(resource.validFrom, resource.validTo)
    let sameSubject: Predicate =
      resource.subject.isEmpty ? .isUnset("subject") : .compare("subject", .equal, .text(resource.subject))
    let others = try transaction.others(
      DutyList.self,
      besides: name,
      where: .and([.compare("division_name", .equal, .text(resource.division)), sameSubject])
    )
    for other in others.map(\.resource) where other.role == resource.role {
      let otherPeriod = Period(other.validFrom, other.validTo)
      if period.overlaps(otherPeriod) {
        throw Failure.periodOverlap(
          LocalizedText(
            "duty_list: version \(other.version), '\(other.name)', is in force at that time (\(otherPeriod))",
            "该期间已有第 \(other.version) 版职责清单“\(other.name)”（\(otherPeriod)）"
          ),
          with: other.name
        )
      }
      guard other.version != resource.version else {
        throw Failure.duplicate(
          of: other.name,
          LocalizedText("'\(other.name)' is version \(other.version)", "第 \(other.version) 版已存在：“\(other.name)”")
        )
      }
      let isLater = period.from.flatMap { from in otherPeriod.from.map { from > $0 } } ?? (otherPeriod.from == nil)
      guard isLater != (resource.version > other.version) else { continue }
      throw Failure.field(
        "duty_list.version",
        .invalidField,
        LocalizedText(
          "expected \(isLater ? "more" : "less") than \(other.version), the version of '\(other.name)' "
            + "(\(otherPeriod)), came \(resource.version)",
          "版本须随期间递增：“\(other.name)”为第 \(other.version) 版（\(otherPeriod)）"
        )
      )
    }
  }
}
