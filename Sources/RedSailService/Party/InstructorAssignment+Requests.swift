internal import RedSailAPI

extension ListInstructorAssignmentsRequest: ListRequest {}
extension CreateInstructorAssignmentRequest: CreateRequest {
  var resourceID: String { instructorAssignmentID }
  var resource: InstructorAssignment? { instructorAssignment }
}
extension UpdateInstructorAssignmentRequest: UpdateRequest {
  var resource: InstructorAssignment? { instructorAssignment }
}
extension DeleteInstructorAssignmentRequest: ActionRequest {}
extension UndeleteInstructorAssignmentRequest: ActionRequest {}
