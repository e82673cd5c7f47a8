/// What the article tells of Rizhao.
extension PublishedFigure {
  /// Party heads of firms, projects and committees on community party organisations.
  public static let partyHeadsInCommunities = PublishedFigure(
    row: 22,
    key: "party_heads_in_communities",
    quote: "80名物业企业(项目)、业主委员会党员负责人担任社区党组织兼职委员",
    published: 80,
    rounding: .exact
  )

  /// Community officials on owners' committees.
  public static let communityOfficialsInCommittees = PublishedFigure(
    row: 22,
    key: "community_officials_in_committees",
    quote: "14名社区“两委”成员兼任业主委员会委员",
    published: 14,
    rounding: .exact
  )

  /// Volunteer supervisors of firms.
  public static let supervisorsOfFirms = PublishedFigure(
    row: 22,
    key: "supervisors_of_firms",
    quote: "75名社区“两委”成员、在职党员兼任物业企业义务监督员",
    published: 75,
    rounding: .exact
  )

  /// Heads of firms and projects who became activists.
  public static let activists = PublishedFigure(
    row: 23,
    key: "activists",
    quote: "今年已将17名物业企业(项目)负责人培养成入党积极分子",
    published: 17,
    rounding: .exact
  )

  /// Party members who became backbones of their firms.
  public static let backbones = PublishedFigure(
    row: 23,
    key: "backbones",
    quote: "16名党员培养为企业业务骨干",
    published: 16,
    rounding: .exact
  )
}
