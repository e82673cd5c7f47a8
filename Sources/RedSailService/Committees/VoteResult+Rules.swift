internal import RedSailAPI
internal import RedSailModel

extension VoteResult {
  /// Who could vote and who did, as counted; the sides stay 0.
  init(_ count: VoteCount) {
    self.init()
    totalAreaHundredths = count.electorate.area
    totalHeads = count.electorate.heads
    participatingAreaHundredths = count.participants.area
    participatingHeads = count.participants.heads
  }

  /// The count of one question.
  init(_ count: VoteCount, of question: String) {
    self.init(count)
    guard let tally = count.tallies[question] else { return }
    forAreaHundredths = tally.inFavour.area
    forHeads = tally.inFavour.heads
    againstAreaHundredths = tally.against.area
    againstHeads = tally.against.heads
    abstainedAreaHundredths = tally.abstained.area
    abstainedHeads = tally.abstained.heads
  }

  /// All who could vote.
  var electorate: VoteWeight { VoteWeight(area: totalAreaHundredths, heads: totalHeads) }
  /// All who did.
  var participants: VoteWeight { VoteWeight(area: participatingAreaHundredths, heads: participatingHeads) }
  /// Those in favour.
  var inFavour: VoteWeight { VoteWeight(area: forAreaHundredths, heads: forHeads) }
}

extension Violations {
  /// Totals that agree with each other. The heads on the three sides may be fewer than those who took part: an owner whose
  /// ballots differ is on none.
  mutating func result(_ result: VoteResult?, _ field: String) {
    guard let result else { return }
    inside(field) { violations in
      let most = Electorate.areaLimit
      violations.number(result.totalAreaHundredths, "total_area_hundredths", in: 1...most)
      violations.number(result.totalHeads, "total_heads", in: 1...10_000_000)
      violations.part(
        result.participatingAreaHundredths,
        "participating_area_hundredths",
        of: result.totalAreaHundredths,
        "total_area_hundredths"
      )
      violations.part(result.participatingHeads, "participating_heads", of: result.totalHeads, "total_heads")
      violations.sides(
        [
          ("for_area_hundredths", result.forAreaHundredths), ("against_area_hundredths", result.againstAreaHundredths),
          ("abstained_area_hundredths", result.abstainedAreaHundredths),
        ],
        of: result.participatingAreaHundredths,
        "participating_area_hundredths"
      )
      violations.sides(
        [
          ("for_heads", result.forHeads), ("against_heads", result.againstHeads),
          ("abstained_heads", result.abstainedHeads),
        ],
        of: result.participatingHeads,
        "participating_heads"
      )
    }
  }

  /// A number that is a part of another.
  mutating func part(_ value: Int64, _ field: String, of whole: Int64, _ wholeField: String) {
    guard !(0...max(0, whole)).contains(value) else { return }
    add(
      field,
      .invalidField,
      LocalizedText("expected 0 to \(whole), as \(wholeField) has it, came \(value)", "应为 0 至 \(whole)，实为 \(value)")
    )
  }

  private mutating func sides(_ sides: [(field: String, value: Int64)], of whole: Int64, _ wholeField: String) {
    let before = all.count
    for side in sides { part(side.value, side.field, of: whole, wholeField) }
    // None is more than the whole: where that can be, the sum of the three cannot overflow.
    guard all.count == before, whole <= Electorate.areaLimit else { return }
    let sum = sides.reduce(0) { $0 + $1.value }
    guard sum > whole else { return }
    add(
      sides[0].field,
      .invalidField,
      LocalizedText(
        "the three sides make \(sum), more than \(wholeField), \(whole)",
        "赞成、反对、弃权合计 \(sum) 大于参与数 \(whole)"
      )
    )
  }
}
