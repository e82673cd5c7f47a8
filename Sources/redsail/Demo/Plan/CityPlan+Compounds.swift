internal import RedSailAPI
internal import RedSailModel

/// What is known of a compound before anything happens in it.
struct CompoundFacts {
  let builtYear: Int
  let householdCount: Int
  let areaHundredths: Int64
  let isBranchEligible: Bool
  let type: String

  init(_ index: Int) {
    var random = SeededRandom("compound", index)
    builtYear = random.pick(1_988..<2_023)
    householdCount = random.pick(120..<2_400)
    type = random.pick(["小区", "花园", "家园", "新村"])
    areaHundredths = Int64(householdCount * random.pick(7_000..<13_000))
    isBranchEligible = random.pick(0..<10) < 7
  }
}

/// How a compound is governed at the end of the year.
enum CompoundGovernance {
  /// Its owners elected a committee during the year: for the first time, or anew.
  case elected(isReelection: Bool)
  /// A committee serves that was elected years ago, before the minimum party ratio began.
  case serving
  /// A statutory property management committee (物业管理委员会).
  case appointed
  /// The community's committee acts (环物委代行职责).
  case community
}

extension CityPlan {
  func compoundName(_ index: Int) -> String { madeUpName(index) + CompoundFacts(index).type }

  static func governance(ofCompound index: Int) -> CompoundGovernance {
    switch index * 7 % 20 {
    case 0..<11: .elected(isReelection: index % 3 == 0)
    case 11: .serving
    case 12: .appointed
    default: .community
    }
  }

  func serviceAreaName(_ index: Int) -> String { "\(Self.city)/serviceAreas/area-\(index + 1)" }

  /// One service area a compound (物业服务区域).
  func serviceArea(_ index: Int) -> PlannedRecord<ServiceArea> {
    let facts = CompoundFacts(index)
    return PlannedRecord("area-\(index + 1)", at: Self.recordsBegin) {
      $0.division = division(communityID(community(ofCompound: index)))
      $0.displayName = compoundName(index) + "物业服务区域"
      $0.compounds = [compound(index)]
      $0.recordNumber = "JN-QY-\(index + 1)"
      $0.areaHundredths = facts.areaHundredths
      $0.householdCount = Int32(facts.householdCount)
    }
  }

  /// The compounds whose ballots are counted unit by unit: as many of the first with an election as this.
  var ballotCount: Int { scale.planned(12) }

  static let unitsPerBuilding = 24

  func buildingName(_ compound: Int) -> String { "\(Self.city)/buildings/building-\(compound + 1)" }

  func building(_ compound: Int) -> PlannedRecord<Building> {
    PlannedRecord("building-\(compound + 1)", at: Self.recordsBegin) {
      $0.division = division(communityID(community(ofCompound: compound)))
      $0.displayName = "1号楼"
      $0.compound = self.compound(compound)
      $0.serviceArea = serviceAreaName(compound)
      $0.buildYear = Int32(CompoundFacts(compound).builtYear)
      $0.storeyCount = 6
    }
  }

  func unitName(_ compound: Int, _ number: Int) -> String {
    "\(Self.city)/units/unit-\(compound + 1)-\(number + 1)"
  }

  /// A flat; the last two are one owner's, so that heads and units differ.
  func unit(_ compound: Int, _ number: Int) -> PlannedRecord<Unit> {
    PlannedRecord("unit-\(compound + 1)-\(number + 1)", at: Self.recordsBegin) {
      $0.division = division(communityID(community(ofCompound: compound)))
      $0.displayName = "\(number / 12 + 1)单元\(number % 12 / 2 + 1)0\(number % 2 + 1)"
      $0.building = buildingName(compound)
      $0.serviceArea = serviceAreaName(compound)
      $0.areaHundredths = Int64(8_000 + number * 137)
      $0.use = .residential
      $0.ownerKey = "owner-\(compound + 1)-\(min(number, Self.unitsPerBuilding - 2) + 1)"
    }
  }
}
