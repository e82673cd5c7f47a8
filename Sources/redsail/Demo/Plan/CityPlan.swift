internal import RedSailAPI
internal import RedSailModel

/// The article's year in one city, at a scale: every record and every step, each a function of its index alone.
///
/// The counties are Jining's; streets (but for 济阳街道), communities, grids, compounds, firms and people are made up.
/// How many of each there are follows the article (RedSailModel's `PublishedFigure`) and, where it is silent, the size
/// of such a city.
struct CityPlan {
  static let code = "370800"
  static let city = "cities/\(code)"

  /// The last day that is played: the year is seen from its evening.
  static let lastDay = CivilDate(daysSinceEpoch: 20_484)

  let scale: DemonstrationScale
  let streetCount: Int
  let communityCount: Int
  let gridCount: Int
  let compoundCount: Int
  /// Firms with a party organisation of their own; they come first.
  let organisedFirmCount: Int
  /// Firms with an instructor instead.
  let instructedFirmCount: Int
  let heldDayCount: Int
  let cancelledDayCount: Int
  let plannedDayCount: Int
  let demandCount: Int
  let resolvedCount: Int
  /// The firms' credit codes.
  let creditCodes: [String]
  /// Compounds with an election in the year.
  let electedCompounds: [Int]
  /// Compounds with a party branch: the eligible ones, all of them.
  let branchCompounds: [Int]

  init(scale: DemonstrationScale) throws(CreditCodeError) {
    self.scale = scale
    streetCount = max(County.all.count, scale.planned(158))
    communityCount = max(streetCount, scale.planned(640))
    gridCount = max(communityCount, scale.planned(PublishedFigure.stations.published))
    compoundCount = scale.planned(1_430)
    organisedFirmCount = scale.planned(PublishedFigure.firmsWithOrganisation.published)
    instructedFirmCount = scale.planned(PublishedFigure.firmsWithInstructor.published)
    heldDayCount = scale.planned(1_250)
    cancelledDayCount = scale.planned(60)
    plannedDayCount = scale.planned(20)
    demandCount = scale.planned(PublishedFigure.demands.published)
    resolvedCount = scale.planned(PublishedFigure.demandsResolved.published)
    var codes: [String] = []
    for firm in 0..<organisedFirmCount + instructedFirmCount { codes.append(try Self.creditCode(ofFirm: firm)) }
    creditCodes = codes
    let compounds = 0..<compoundCount
    electedCompounds = compounds.filter { if case .elected = Self.governance(ofCompound: $0) { true } else { false } }
    branchCompounds = compounds.filter { CompoundFacts($0).isBranchEligible }
  }

  var firmCount: Int { organisedFirmCount + instructedFirmCount }
  /// One project a compound.
  var projectCount: Int { compoundCount }

  /// The name of a made-up place or firm: two characters, three from the 145th on, different for each index below 1,728.
  func madeUpName(_ index: Int) -> String {
    let characters = [Array("文德仁和安泰兴福明清永新"), Array("华昌源河桥亭苑园城泉山湖"), Array("东南西北中上前嘉锦翠景荣")]
    let (rest, first) = index.quotientAndRemainder(dividingBy: 12)
    let name = [characters[0][first], characters[1][rest % 12]]
    return String(rest < 12 ? name : [characters[2][(rest / 12 - 1) % 12]] + name)
  }

  /// The resource name of a division.
  func division(_ id: String) -> String { "\(Self.city)/divisions/\(id)" }
}
