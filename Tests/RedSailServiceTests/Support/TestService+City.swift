internal import ProtobufRuntime
internal import RPCCore
internal import RedSailAPI

/// A small part of 济宁: the city, two counties with a street and a community each, a grid, compounds and firms.
extension TestService {
  static let county = "cities/370800/divisions/370811"
  static let street = "cities/370800/divisions/370811012"
  static let community = "cities/370800/divisions/370811012001"
  static let otherCounty = "cities/370800/divisions/370881"
  static let otherCommunity = "cities/370800/divisions/370881001001"
  static let grid = "cities/370800/grids/g1"
  static let compound = "cities/370800/compounds/c1"
  static let otherCompound = "cities/370800/compounds/c2"
  static let firm = "cities/370800/firms/91370811MA3YYYY16X"
  static let otherFirm = "cities/370800/firms/91330100799655058B"
  static let project = "cities/370800/projects/p1"

  func makeCity() async throws {
    _ = try await divisions.createCity(
      .with {
        $0.cityID = "370800"
        $0.city = .with { $0.displayName = "济宁市" }
      }
    )
    try await makeDivision("370800", .city, below: "", "济宁市")
    try await makeDivision("370811", .county, below: "370800", "任城区")
    try await makeDivision("370811012", .street, below: "370811", "济阳街道")
    try await makeDivision("370811012001", .community, below: "370811012", "第一社区")
    try await makeDivision("370881", .county, below: "370800", "曲阜市")
    try await makeDivision("370881001", .street, below: "370881", "鲁城街道")
    try await makeDivision("370881001001", .community, below: "370881001", "第二社区")
    _ = try await divisions.createGrid(
      .with {
        $0.parent = Self.city
        $0.gridID = "g1"
        $0.grid = .with {
          $0.division = Self.community
          $0.displayName = "第一网格"
          $0.scheme = "jining-grid-2024"
          $0.code = "G-1"
        }
      }
    )
    try await makeCompound("c1", in: Self.community)
    try await makeCompound("c2", in: Self.otherCommunity)
    try await makeFirm("91370811MA3YYYY16X", "红帆物业")
    try await makeFirm("91330100799655058B", "运河物业")
  }

  func makeDivision(_ code: String, _ level: Division.Level, below parent: String, _ name: String) async throws {
    _ = try await divisions.createDivision(
      .with {
        $0.parent = Self.city
        $0.divisionID = code
        $0.division = .with {
          $0.code = code
          $0.level = level
          $0.parentDivision = parent.isEmpty ? "" : "\(Self.city)/divisions/\(parent)"
          $0.displayName = name
        }
      }
    )
  }

  func makeCompound(_ id: String, in community: String) async throws {
    _ = try await compounds.createCompound(
      .with {
        $0.parent = Self.city
        $0.compoundID = id
        $0.compound = .with {
          $0.division = community
          $0.displayName = "小区\(id)"
        }
      }
    )
  }

  @discardableResult
  func makeFirm(_ code: String, _ name: String, in division: String = county) async throws -> Firm {
    try await firms.createFirm(
      .with {
        $0.parent = Self.city
        $0.firmID = code
        $0.firm = .with {
          $0.division = division
          $0.displayName = name
        }
      }
    )
  }

  @discardableResult
  func makeProject(_ id: String = "p1", _ change: (inout Project) -> Void = { _ in }) async throws -> Project {
    var project = Project.with {
      $0.division = Self.community
      $0.displayName = "项目\(id)"
      $0.firm = Self.firm
      $0.compounds = [Self.compound]
    }
    change(&project)
    return try await projects.createProject(
      .with {
        $0.parent = Self.city
        $0.projectID = id
        $0.project = project
      }
    )
  }
}

extension CalendarDate {
  /// A day from its numbers.
  init(_ year: Int32, _ month: Int32, _ day: Int32) {
    self.init()
    self.year = year
    self.month = month
    self.day = day
  }
}
