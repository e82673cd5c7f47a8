internal import ProtobufRuntime
internal import RedSailAPI
internal import RedSailModel
internal import RedSailStore

extension Division: StoredResource {
  static let resourceType = ResourceType.division
  static let recordKind = RecordKind(
    "division",
    columns: IndexColumn.times + IndexColumn.period + [
      IndexColumn("level", .enumeration), IndexColumn("parent_division", .text), IndexColumn("code", .text),
      IndexColumn("scheme", .text), IndexColumn("display_name", .text),
    ]
  )
  static let indexEnumerations: [String: EnumLayout] = ["level": Level.layout]
  static let resourceFields: [ResourceField<Division>] = [
    ResourceField("external_ids", \.externalIDs),
    ResourceField("parent_division", \.parentDivision),
    ResourceField("display_name", \.displayName, .required),
    ResourceField("valid_from", \.validFrom),
    ResourceField("valid_to", \.validTo),
    ResourceField("level", \.level, .requiredImmutable),
    ResourceField("scheme", \.scheme, .immutable),
    ResourceField("code", \.code, .requiredImmutable),
    ResourceField("successors", \.successors),
  ]
  static let resourceReferences: [ResourceReference<Division>] = [
    ResourceReference("parent_division", column: "parent_division", to: [target()]) { $0.parentDivision },
    ResourceReference("successors[]", column: nil, to: [target()], all: \.successors),
  ]
  static let resourceLinks = [
    ResourceLinks<Division>(
      kind: RecordKind("division_successor", columns: [IndexColumn("successor", .text)]),
      column: "successor",
      types: [.division],
      split: { division in division.successors.map { successor in .with { $0.successors = [successor] } } },
      columns: { ["successor": .optional($0.successors.first ?? "")] }
    )
  ]

  /// A division lies in itself, so that its subtree's list begins with it.
  var divisionCode: String { Self.resourceType.parse(name)?.id ?? "" }

  var indexValues: [String: ColumnValue] {
    [
      "event_time": .timestamp(eventTime.map { Instant($0) }), "level": .integer(Int64(level.rawValue)),
      "parent_division": .optional(parentDivision), "code": .text(code), "scheme": .text(scheme),
      "display_name": .text(displayName), "valid_from": .date(validFrom), "valid_to": .date(validTo),
    ]
  }

  var changeResource: RedSailAPI.Change.Resource? { .division(self) }

  mutating func setDeleteTime(_ time: Timestamp?) { deleteTime = time }
  mutating func setSuccessors(_ names: [String]) { successors = names }

  func validate(_ violations: inout Violations) {
    violations.externalIDs(externalIDs)
    violations.publicText(displayName, "display_name", limit: 64)
    violations.text(scheme, "scheme", limit: 64)
    violations.period(from: validFrom, to: validTo)
    violations.value(level, "level")
    if level == .city, !scheme.isEmpty {
      violations.add("scheme", .invalidField, LocalizedText("a city has a national code", "市级区划须使用国家代码"))
    }
    if level == .city, !parentDivision.isEmpty {
      violations.add(
        "parent_division",
        .invalidField,
        LocalizedText("a division of level CITY has no parent", "市级区划没有上级")
      )
    } else if level != .city, parentDivision.isEmpty {
      violations.missing("parent_division")
    }
    let hasLevel = (Level.city.rawValue...Level.community.rawValue).contains(level.rawValue)
    guard scheme.isEmpty, !code.isEmpty, hasLevel else { return }
    do throws(DivisionCodeError) {
      let came = try DivisionCode(code).level
      guard came.rawValue != level.rawValue else { return }
      violations.add(
        "code",
        .invalidDivisionCode,
        LocalizedText("\(code) has the form of another level (\(came)) than \(level)", "代码“\(code)”与级别不符")
      )
    } catch {
      violations.add("code", .invalidDivisionCode, LocalizedText(error.description, "区划代码“\(code)”无效"))
    }
  }
}
