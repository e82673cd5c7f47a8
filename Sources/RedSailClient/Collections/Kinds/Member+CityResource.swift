extension Member: CityResource {
  /// The standard methods of `MemberService`.
  public static let standardMethods = StandardMethods(
    collectionID: "members",
    get: MemberServiceMethods.getMember,
    list: MemberServiceMethods.listMembers,
    items: \.members,
    create: MemberServiceMethods.createMember,
    createdResource: \.member,
    createdID: \.memberID,
    update: MemberServiceMethods.updateMember,
    updatedResource: \.member,
    delete: MemberServiceMethods.deleteMember,
    undelete: MemberServiceMethods.undeleteMember
  )
}

extension GetMemberRequest: StandardGetRequest {}
extension ListMembersRequest: StandardListRequest {}
extension ListMembersResponse: StandardListResponse {}
extension CreateMemberRequest: StandardCreateRequest {}
extension UpdateMemberRequest: StandardUpdateRequest {}
extension DeleteMemberRequest: ActionRequest {}
extension UndeleteMemberRequest: ActionRequest {}
extension AdvanceMemberRequest: ActionRequest {}
extension LeaveMemberRequest: ActionRequest {}
extension RecordMemberBackboneRequest: ActionRequest {}
