internal import RedSailAPI
internal import RedSailModel

/// The article's other city, 日照: who serves where, who is on the way into the party, and the story of 港烟小区.
///
/// Divisions' codes are real down to 日照街道; communities, firms and people are made up, but for 凌云社区 and 港烟小区.
struct RizhaoPlan {
  static let code = "371100"
  static let city = "cities/\(code)"

  let scale: DemonstrationScale
  /// The firms' credit codes.
  let creditCodes: [String]

  init(scale: DemonstrationScale) throws(CreditCodeError) {
    self.scale = scale
    var codes: [String] = []
    for firm in 0..<max(scale.planned(40), 2) {
      // A range of made-up codes of its own: no firm of Jining's has one of them.
      codes.append(try CityPlan.creditCode(ofFirm: 10_000 + firm))
    }
    creditCodes = codes
  }

  static let counties = [
    ("371102", "东港区"), ("371103", "岚山区"), ("371121", "五莲县"), ("371122", "莒县"), ("371171", "日照经济技术开发区"),
  ]

  static let communityCount = 20

  /// The city's own division, the counties, a street in each, communities in each street: parents first.
  static let divisions: [(id: String, parent: String, name: String, level: Division.Level)] = {
    var all: [(id: String, parent: String, name: String, level: Division.Level)] = [(code, "", "日照市", .city)]
    for (id, name) in counties { all.append((id, code, name, .county)) }
    for (id, name) in counties { all.append((id + "001", id, id == "371102" ? "日照街道" : name + "城关街道", .street)) }
    for community in 0..<communityCount {
      all.append((communityID(community), streetID(community), communityName(community), .community))
    }
    return all
  }()

  static func streetID(_ community: Int) -> String { counties[community % counties.count].0 + "001" }

  static func communityID(_ community: Int) -> String {
    "\(streetID(community))0\(community / counties.count < 9 ? "0" : "")\(community / counties.count + 1)"
  }

  static func communityName(_ community: Int) -> String { community == 0 ? "凌云社区" : "第\(community + 1)社区" }

  static func division(_ id: String) -> String { "\(city)/divisions/\(id)" }

  func firm(_ index: Int) -> String { "\(Self.city)/firms/\(creditCodes[index % creditCodes.count])" }

  /// One compound a community; the first is 港烟小区.
  var compoundCount: Int { Self.communityCount }

  func compound(_ index: Int) -> String {
    "\(Self.city)/compounds/\(index == 0 ? "gangyan" : "compound-\(index + 1)")"
  }

  func committee(_ index: Int) -> String { "\(Self.city)/committees/committee-\(index % compoundCount + 1)" }

  func communityOrganisation(_ index: Int) -> String {
    "\(Self.city)/partyOrganisations/community-\(index % Self.communityCount + 1)"
  }

  func firmOrganisation(_ index: Int) -> String {
    "\(Self.city)/partyOrganisations/firm-\(index % creditCodes.count + 1)"
  }
}
