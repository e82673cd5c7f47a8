internal import RedSailStore

extension IndexColumn {
  /// The times that every resource can be ordered by.
  static let times = [
    IndexColumn("create_time", .timestamp), IndexColumn("update_time", .timestamp),
    IndexColumn("event_time", .timestamp),
  ]

  /// The bounds of a validity period.
  static let period = [IndexColumn("valid_from", .date), IndexColumn("valid_to", .date)]

  /// The name of the division, as filters on `division` compare it; subtrees go by the store's own column.
  static let division = IndexColumn("division_name", .text, field: "division")
}
