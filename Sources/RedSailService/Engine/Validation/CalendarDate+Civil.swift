internal import RedSailAPI
internal import RedSailModel
internal import RedSailStore

extension CalendarDate {
  /// The day, or nil where the calendar has none such.
  var civilDate: CivilDate? { CivilDate(year: Int(year), month: Int(month), day: Int(day)) }

  /// A day of the calendar.
  init(_ date: CivilDate) {
    self.init()
    let parts = date.parts
    year = Int32(parts.year)
    month = Int32(parts.month)
    day = Int32(parts.day)
  }

  /// The day as an index column holds it (yyyymmdd).
  var column: ColumnValue { .date(year: Int(year), month: Int(month), day: Int(day)) }
}
