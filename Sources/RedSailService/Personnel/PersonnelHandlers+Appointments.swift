internal import RPCCore
internal import RedSailAPI

/// 交叉任职.
extension PersonnelHandlers {
  func getAppointment(_ request: GetAppointmentRequest, context: ServerContext) async throws -> Appointment {
    try await appointments.get(request.name, context)
  }

  func listAppointments(_ request: ListAppointmentsRequest, context: ServerContext) async throws
    -> ListAppointmentsResponse
  {
    let page = try await appointments.list(request, context)
    return .with {
      $0.appointments = page.resources
      $0.nextPageToken = page.nextPageToken
    }
  }

  func createAppointment(_ request: CreateAppointmentRequest, context: ServerContext) async throws -> Appointment {
    try await appointments.create(request, context)
  }

  func updateAppointment(_ request: UpdateAppointmentRequest, context: ServerContext) async throws -> Appointment {
    try await appointments.update(request, context)
  }

  func deleteAppointment(_ request: DeleteAppointmentRequest, context: ServerContext) async throws -> Appointment {
    try await appointments.delete(request, context)
  }

  func undeleteAppointment(_ request: UndeleteAppointmentRequest, context: ServerContext) async throws -> Appointment {
    try await appointments.undelete(request, context)
  }
}
