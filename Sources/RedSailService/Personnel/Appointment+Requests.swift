internal import RedSailAPI

extension ListAppointmentsRequest: ListRequest {}
extension CreateAppointmentRequest: CreateRequest {
  var resourceID: String { appointmentID }
  var resource: Appointment? { appointment }
}
extension UpdateAppointmentRequest: UpdateRequest {
  var resource: Appointment? { appointment }
}
extension DeleteAppointmentRequest: ActionRequest {}
extension UndeleteAppointmentRequest: ActionRequest {}
