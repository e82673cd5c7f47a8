internal import ProtobufRuntime
internal import RedSailAPI
internal import RedSailStore

extension City: StoredResource {
  static let type = ResourceType.city
  static let kind = RecordKind(
    "city",
    columns: [IndexColumn("create_time", .timestamp), IndexColumn("display_name", .text)]
  )
  static let fields: [ResourceField<City>] = [ResourceField("display_name", \.displayName, .required)]

  var divisionCode: String { "" }
  var columns: [String: ColumnValue] { ["display_name": .text(displayName)] }
  var changeResource: RedSailAPI.Change.Resource? { .city(self) }

  /// A city is never deleted.
  mutating func setDeleteTime(_ time: Timestamp?) {}

  func validate(_ violations: inout Violations) {
    violations.text(displayName, "display_name", limit: 64)
  }
}
