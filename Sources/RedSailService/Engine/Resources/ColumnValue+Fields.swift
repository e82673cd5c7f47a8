internal import RedSailAPI
internal import RedSailStore

extension ColumnValue {
  /// A text; unset where it is empty.
  static func optional(_ text: String) -> ColumnValue { text.isEmpty ? .null : .text(text) }

  /// A day; unset where it is absent.
  static func date(_ date: CalendarDate?) -> ColumnValue {
    date.map { .date(year: Int($0.year), month: Int($0.month), day: Int($0.day)) } ?? .null
  }

  /// An enum's number; unset where it is zero.
  static func enumeration(_ number: Int32) -> ColumnValue { number == 0 ? .null : .integer(Int64(number)) }
}
