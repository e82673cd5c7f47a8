internal import RedSailAPI
internal import RedSailModel
internal import RedSailStore

/// A unit that can have a ticket: a division, a grid or a project, with its place among the divisions.
struct TicketUnit {
  /// Its resource name.
  let name: String
  /// The name of its division; a division's own name.
  let division: String
  /// The division above its own, where the unit is a division.
  let parent: String
  /// The level at which it works; nil for a project, which works at the level that it is given work at.
  let level: TicketLevel?

  /// What a unit may be.
  static let targets: [ResourceReference<Ticket>.Target] = [Division.target(), Grid.target(), Project.target()]

  /// The types of what a unit may be.
  static let types = targets.map(\.type)

  /// The live unit that a field names.
  init(_ name: String, field: String, in snapshot: any StoreSnapshot) throws {
    self.name = name
    if ResourceType.grid.matches(name) {
      division = try snapshot.referred(Grid.self, named: name, field: field).resource.division
      parent = ""
      level = .grid
    } else if ResourceType.project.matches(name) {
      division = try snapshot.referred(Project.self, named: name, field: field).resource.division
      parent = ""
      level = nil
    } else {
      let unit = try snapshot.referred(Division.self, named: name, field: field).resource
      division = name
      parent = unit.parentDivision
      level = Self.level(of: unit.level)
    }
  }

  /// Whether this unit lies in another one's subtree, by explicit parents: below a division all that lies in it, below a
  /// grid what lies in the same division, below a project nothing but itself.
  func lies(below other: TicketUnit, in snapshot: any StoreSnapshot) throws -> Bool {
    if name == other.name { return true }
    if other.level == nil { return false }
    if other.name != other.division { return division == other.division && name != division }
    var place = division
    // A city has four levels of divisions; their parents form no circle.
    for _ in 0..<8 where !place.isEmpty {
      if place == other.division { return true }
      place =
        try place == name
        ? parent : snapshot.referred(Division.self, named: place, field: "division").resource.parentDivision
    }
    return false
  }

  private static func level(of level: Division.Level) -> TicketLevel? {
    switch level {
    case .city, .county: .county
    case .street: .street
    case .community: .community
    case .unspecified, .unrecognized: nil
    }
  }
}
