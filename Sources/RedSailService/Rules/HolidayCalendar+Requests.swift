internal import RedSailAPI

extension ListHolidayCalendarsRequest: ListRequest {}
extension CreateHolidayCalendarRequest: CreateRequest {
  var resourceID: String { holidayCalendarID }
  var resource: HolidayCalendar? { holidayCalendar }
}
extension UpdateHolidayCalendarRequest: UpdateRequest {
  var resource: HolidayCalendar? { holidayCalendar }
}
extension DeleteHolidayCalendarRequest: ActionRequest {}
extension UndeleteHolidayCalendarRequest: ActionRequest {}
