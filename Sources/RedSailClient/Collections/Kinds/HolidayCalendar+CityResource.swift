extension HolidayCalendar: CityResource {
  /// The standard methods of `RuleService`.
  public static let standardMethods = StandardMethods(
    collectionID: "holidayCalendars",
    get: RuleServiceMethods.getHolidayCalendar,
    list: RuleServiceMethods.listHolidayCalendars,
    items: \.holidayCalendars,
    create: RuleServiceMethods.createHolidayCalendar,
    createdResource: \.holidayCalendar,
    createdID: \.holidayCalendarID,
    update: RuleServiceMethods.updateHolidayCalendar,
    updatedResource: \.holidayCalendar,
    delete: RuleServiceMethods.deleteHolidayCalendar,
    undelete: RuleServiceMethods.undeleteHolidayCalendar
  )
}

extension GetHolidayCalendarRequest: StandardGetRequest {}
extension ListHolidayCalendarsRequest: StandardListRequest {}
extension ListHolidayCalendarsResponse: StandardListResponse {}
extension CreateHolidayCalendarRequest: StandardCreateRequest {}
extension UpdateHolidayCalendarRequest: StandardUpdateRequest {}
extension DeleteHolidayCalendarRequest: ActionRequest {}
extension UndeleteHolidayCalendarRequest: ActionRequest {}
