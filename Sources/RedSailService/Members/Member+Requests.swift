internal import RedSailAPI

extension ListMembersRequest: ListRequest {}
extension CreateMemberRequest: CreateRequest {
  var resourceID: String { memberID }
  var resource: Member? { member }
}
extension UpdateMemberRequest: UpdateRequest {
  var resource: Member? { member }
}
extension DeleteMemberRequest: ActionRequest {}
extension UndeleteMemberRequest: ActionRequest {}
extension AdvanceMemberRequest: ActionRequest {}
extension LeaveMemberRequest: ActionRequest {}
extension RecordMemberBackboneRequest: ActionRequest {}
extension SetMemberIdentityRequest: MutationRequest {}
