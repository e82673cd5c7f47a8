internal import RedSailClient
internal import RedSailModel

extension CalendarDate {
  /// The day as yyyy-mm-dd; empty where there is none such.
  var text: String { CivilDate(year: Int(year), month: Int(month), day: Int(day))?.description ?? "" }
}
