extension Appointment: CityResource {
  /// The standard methods of `PersonnelService`.
  public static let standardMethods = StandardMethods(
    collectionID: "appointments",
    get: PersonnelServiceMethods.getAppointment,
    list: PersonnelServiceMethods.listAppointments,
    items: \.appointments,
    create: PersonnelServiceMethods.createAppointment,
    createdResource: \.appointment,
    createdID: \.appointmentID,
    update: PersonnelServiceMethods.updateAppointment,
    updatedResource: \.appointment,
    delete: PersonnelServiceMethods.deleteAppointment,
    undelete: PersonnelServiceMethods.undeleteAppointment
  )
}

extension GetAppointmentRequest: StandardGetRequest {}
extension ListAppointmentsRequest: StandardListRequest {}
extension ListAppointmentsResponse: StandardListResponse {}
extension CreateAppointmentRequest: StandardCreateRequest {}
extension UpdateAppointmentRequest: StandardUpdateRequest {}
extension DeleteAppointmentRequest: ActionRequest {}
extension UndeleteAppointmentRequest: ActionRequest {}
