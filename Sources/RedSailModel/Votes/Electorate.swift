/// Who may vote in a compound (表决权总数): its units' area, and its owners, each counted once however many units they
/// have (业主大会和业主委员会指导规则, on areas and numbers of owners).
public struct Electorate: Sendable, Hashable {
  /// The greatest area of a unit, in hundredths of m².
  public static let areaLimit: Int64 = 1_000_000_000_000

  /// The units that count, by key.
  let units: [String: VotingUnit]
  /// The keys of the units that do not count.
  let uncounted: Set<String>
  /// How many units that count each owner has.
  let unitsByOwner: [String: Int]

  /// All area and all heads.
  public let total: VoteWeight

  /// Makes an electorate.
  ///
  /// - Throws: ``ElectorateError`` where a unit comes twice, its area is not within 1...``areaLimit`` or has no owner,
  ///   or the areas together are more than can be counted.
  public init(_ list: some Sequence<VotingUnit>) throws(ElectorateError) {
    var units: [String: VotingUnit] = [:]
    var uncounted: Set<String> = []
    var unitsByOwner: [String: Int] = [:]
    var area: Int64 = 0
    for unit in list {
      guard units[unit.key] == nil, !uncounted.contains(unit.key) else { throw .unitTwice(unit.key) }
      guard unit.isCounted else {
        uncounted.insert(unit.key)
        continue
      }
      guard (1...Self.areaLimit).contains(unit.area) else { throw .area(unit.key, came: unit.area) }
      guard !unit.owner.isEmpty else { throw .ownerMissing(unit.key) }
      let (sum, overflow) = area.addingReportingOverflow(unit.area)
      guard !overflow else { throw .totalArea }
      area = sum
      units[unit.key] = unit
      unitsByOwner[unit.owner, default: 0] += 1
    }
    self.units = units
    self.uncounted = uncounted
    self.unitsByOwner = unitsByOwner
    total = VoteWeight(area: area, heads: Int64(unitsByOwner.count))
  }
}
