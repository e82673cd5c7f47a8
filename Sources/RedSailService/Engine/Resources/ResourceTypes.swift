extension ResourceType {
  /// The city (城市), the parent of everything else.
  static let city = ResourceType("redsail/City", collection: "", field: "city")
  /// A division (区划).
  static let division = ResourceType("redsail/Division", collection: "divisions", field: "division")
  /// A grid (网格).
  static let grid = ResourceType("redsail/Grid", collection: "grids", field: "grid")
  /// A compound (小区).
  static let compound = ResourceType("redsail/Compound", collection: "compounds", field: "compound")
  /// A property firm (物业服务企业).
  static let firm = ResourceType("redsail/Firm", collection: "firms", field: "firm")
  /// A party organisation (党组织).
  static let partyOrganisation = ResourceType(
    "redsail/PartyOrganisation",
    collection: "partyOrganisations",
    field: "party_organisation"
  )
  /// An instructor's assignment (党建指导员选派).
  static let instructorAssignment = ResourceType(
    "redsail/InstructorAssignment",
    collection: "instructorAssignments",
    field: "instructor_assignment"
  )
  /// A project (物业服务项目).
  static let project = ResourceType("redsail/Project", collection: "projects", field: "project")
  /// A reception day (接待活动).
  static let receptionDay = ResourceType("redsail/ReceptionDay", collection: "receptionDays", field: "reception_day")
  /// A ticket (工单).
  static let ticket = ResourceType("redsail/Ticket", collection: "tickets", field: "ticket")
}
