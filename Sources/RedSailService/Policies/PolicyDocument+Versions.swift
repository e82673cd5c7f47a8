internal import RedSailAPI
internal import RedSailModel
internal import RedSailStore

extension PolicyDocument {
  /// Checks that a document may replace the one it names, and ends that one where this one begins.
  static func supersede(_ resource: PolicyDocument, named name: ResourceName, in transaction: any StoreTransaction)
    throws
  {
    let field = "policy_document.supersedes"
    guard resource.supersedes != name.text else {
      throw Failure.field(field, .invalidField, LocalizedText("names the document itself", "不得替代自身"))
    }
    let old = try transaction.referred(PolicyDocument.self, named: resource.supersedes, field: field)
    guard resource.version > old.resource.version else {
      throw Failure.field(
        "policy_document.version",
        .invalidField,
        LocalizedText(
          "expected more than \(old.resource.version), that of '\(resource.supersedes)', came \(resource.version)",
          "版本应高于被替代文件的版本 \(old.resource.version)"
        )
      )
    }
    try checkOnlySuccessor(of: resource, named: name, in: transaction)
    guard let begins = resource.validFrom?.civilDate else { return }
    let period = Period(old.resource.validFrom, old.resource.validTo)
    if let from = period.from, begins <= from {
      throw Failure.field(
        "policy_document.valid_from",
        .periodReversed,
        LocalizedText("expected a day after \(from), when the replaced one begins, came \(begins)", "应晚于被替代文件的施行日期")
      )
    }
    if let ends = period.to {
      guard ends > begins else { return }
      throw Failure.periodOverlap(
        LocalizedText(
          "policy_document.valid_from: '\(resource.supersedes)' holds until \(ends), this one from \(begins)",
          "被替代文件至 \(ends) 失效，晚于本文件的施行日期 \(begins)"
        ),
        with: resource.supersedes
      )
    }
    var ended = old.resource
    ended.validTo = resource.validFrom
    let last = old.lastEvent ?? transaction.time
    _ = try transaction.update(
      old,
      to: ended,
      named: ResourceName(text: resource.supersedes, city: name.city, id: ""),
      EventMoment(event: max(last, transaction.time), record: transaction.time, isBackfilled: false)
    )
  }

  /// A document is replaced by one other.
  private static func checkOnlySuccessor(
    of resource: PolicyDocument,
    named name: ResourceName,
    in transaction: any StoreTransaction
  ) throws {
    let others = try transaction.others(
      PolicyDocument.self,
      besides: name,
      where: .compare("supersedes", .equal, .text(resource.supersedes))
    )
    guard let other = others.first?.resource else { return }
    throw Failure.duplicate(
      of: other.name,
      LocalizedText("'\(other.name)' replaces '\(resource.supersedes)'", "“\(resource.supersedes)”已由“\(other.name)”替代")
    )
  }
}
