/// Where a candidate for an owners' committee comes from: 社区“两委”成员、党员业主、楼长等.
public enum CandidateCategory: Int32, Sendable, Hashable, CaseIterable {
  /// A member of the community's party or residents' committee (社区“两委”成员).
  case communityCommittee = 1
  /// An owner who is a party member (党员业主).
  case partyMemberOwner = 2
  /// The head of a building (楼长).
  case buildingHead = 3
  /// Another owner (其他业主).
  case other = 4
}
