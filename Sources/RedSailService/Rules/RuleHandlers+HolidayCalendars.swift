internal import RPCCore
internal import RedSailAPI

/// 节假日安排.
extension RuleHandlers {
  func getHolidayCalendar(_ request: GetHolidayCalendarRequest, context: ServerContext) async throws -> HolidayCalendar
  {
    try await holidayCalendars.get(request.name, context)
  }

  func listHolidayCalendars(_ request: ListHolidayCalendarsRequest, context: ServerContext) async throws
    -> ListHolidayCalendarsResponse
  {
    let page = try await holidayCalendars.list(request, context)
    return .with {
      $0.holidayCalendars = page.resources
      $0.nextPageToken = page.nextPageToken
    }
  }

  func createHolidayCalendar(_ request: CreateHolidayCalendarRequest, context: ServerContext) async throws
    -> HolidayCalendar
  {
    try await holidayCalendars.create(request, context)
  }

  func updateHolidayCalendar(_ request: UpdateHolidayCalendarRequest, context: ServerContext) async throws
    -> HolidayCalendar
  {
    try await holidayCalendars.update(request, context)
  }

  func deleteHolidayCalendar(_ request: DeleteHolidayCalendarRequest, context: ServerContext) async throws
    -> HolidayCalendar
  {
    try await holidayCalendars.delete(request, context)
  }

  func undeleteHolidayCalendar(_ request: UndeleteHolidayCalendarRequest, context: ServerContext) async throws
    -> HolidayCalendar
  {
    try await holidayCalendars.undelete(request, context)
  }
}
