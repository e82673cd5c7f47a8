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
    for other in try transaction.versions(of: resource) where other.name != name.text {
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
        throw Failure.duplicateRecord(
          other.name,
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

extension StoreSnapshot {
  /// The versions of a duty list, whatever their period.
  fileprivate func versions(of list: DutyList) throws -> [DutyList] {
    let subject: Predicate =
      list.subject.isEmpty ? .isUnset("subject") : .compare("subject", .equal, .text(list.subject))
    let query = ListQuery(
      DutyList.recordKind,
      where: RecordFilter(
        predicate: .and([
          .compare("division_name", .equal, .text(list.division)),
          .compare("role", .equal, .integer(Int64(list.role.rawValue))), subject,
        ])
      ),
      pageSize: ListQuery.maximumPageSize
    )
    return try self.list(query).records.map { try DutyList(serialized: $0.bytes) }
  }
}
