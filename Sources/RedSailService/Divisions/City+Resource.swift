internal import ProtobufRuntime
internal import RedSailAPI
internal import RedSailModel
internal import RedSailStore

extension City: StoredResource {
  static let resourceType = ResourceType.city
  static let recordKind = RecordKind(
    "city",
    columns: [IndexColumn("create_time", .timestamp), IndexColumn("display_name", .text)]
  )
  static let resourceFields: [ResourceField<City>] = [
    ResourceField("display_name", \.displayName, .required),
    ResourceField("demonstration", \.demonstration, .immutable),
  ]

  var divisionCode: String { "" }
  var indexValues: [String: ColumnValue] { ["display_name": .text(displayName)] }
  var changeResource: RedSailAPI.Change.Resource? { .city(self) }

  /// A city is never deleted.
  /// A city has no identifiers in other systems.
  var externalIDs: [ExternalId] { [] }

  mutating func setDeleteTime(_ time: Timestamp?) {}

  func validate(_ violations: inout Violations) {
    violations.publicText(displayName, "display_name", limit: 64)
    guard let demonstration else { return }
    violations.number(
      Int64(demonstration.scaleMillionths),
      "demonstration.scale_millionths",
      in: 5_000...1_000_000
    )
  }

  /// A city's id is its division code.
  static func newID(_ id: String, for resource: City, field: String, _ violations: inout Violations) -> String {
    guard !id.isEmpty else {
      violations.missing(field)
      return id
    }
    do throws(DivisionCodeError) {
      let level = try DivisionCode(id).level
      if level != .city {
        violations.add(
          field,
          .invalidDivisionCode,
          LocalizedText("expected a city's code such as 370800, came '\(id)' of a \(level)", "应为市级区划代码，实为“\(id)”")
        )
      }
    } catch {
      violations.add(field, .invalidDivisionCode, LocalizedText(error.description, "区划代码“\(id)”无效"))
    }
    return id
  }
}
