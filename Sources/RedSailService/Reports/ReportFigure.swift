internal import RedSailAPI

/// What a figure of a report counts.
struct ReportFigure: Sendable {
  /// Its stable name, unique in the report.
  let key: String
  let unit: String
  let name: LocalizedText
  /// The offices that own the records of the persons it counts; empty where it counts none. Others see no small numbers.
  let owners: Set<Role>
  /// Whether it is a share.
  let isShare: Bool
  /// The figure that counts these and others: where few others are left, this one tells them.
  var whole: String?
  /// Figures of one group make up a number that is shown.
  var group: String?

  init(_ key: String, _ unit: String, _ name: LocalizedText, owners: Set<Role> = [], isShare: Bool = false) {
    self.key = key
    self.unit = isShare ? "%" : unit
    self.name = name
    self.owners = owners
    self.isShare = isShare
  }

  var info: Report.FigureInfo {
    .with {
      $0.key = key
      $0.unit = unit
      $0.displayName = name.english
      $0.localizedName = name.chinese
      $0.aboutPersons = !owners.isEmpty
      $0.share = isShare
    }
  }
}

extension Set<Role> {
  /// Members, posts, appointments: party data.
  static let partyOffices: Set<Role> = [.organisationDepartment, .operator]
  /// Candidates, participants, volunteers: known to the offices that they stand before.
  static let localOffices: Set<Role> = [.organisationDepartment, .streetOffice, .communityOffice, .operator]
}
