internal import RedSailAPI
internal import RedSailStore

extension Division {
  /// The id is the code; a zone without a national code has an id of its own.
  static func newID(_ id: String, for resource: Division, field: String, _ violations: inout Violations) -> String {
    if id.isEmpty {
      violations.missing(field)
    } else if !resource.scheme.isEmpty {
      violations.id(id, field)
    } else if id != resource.code {
      violations.add(
        field,
        .invalidDivisionCode,
        LocalizedText("expected the division's code '\(resource.code)', came '\(id)'", "编号应与区划代码一致")
      )
    }
    return id
  }

  /// Checks the parent's level and makes the division known to the store, with all that lies below it.
  static func prepare(
    _ resource: Division,
    before: Division?,
    named name: ResourceName,
    in transaction: any StoreTransaction
  ) throws {
    if resource.level == .city, name.id != name.city {
      throw Failure.field(
        "division.code",
        .invalidDivisionCode,
        LocalizedText("the division of level CITY has the city's code \(name.city)", "市级区划的代码应为 \(name.city)")
      )
    }
    if let index = resource.successors.firstIndex(of: name.text) {
      throw Failure.field(
        "division.successors[\(index)]",
        .invalidField,
        LocalizedText("a division does not take its own place", "不能以自身为承继区划")
      )
    }
    guard before == nil || before?.parentDivision != resource.parentDivision else { return }
    if !resource.parentDivision.isEmpty {
      let parent = try transaction.referred(
        Division.self,
        named: resource.parentDivision,
        field: "division.parent_division"
      ).resource
      // A parent is always of a higher level, so there can be no circle.
      guard parent.level.rawValue < resource.level.rawValue else {
        throw Failure.make(
          .invalidParent,
          LocalizedText(
            "'\(resource.parentDivision)' is not of a higher level than '\(name.text)'",
            "上级区划“\(resource.parentDivision)”的级别不高于本区划"
          )
        )
      }
    }
    let parent = resourceType.parse(resource.parentDivision)?.id
    try transaction.define(DivisionNode(code: name.id, parent: parent))
  }
}
