internal import RedSailAPI
internal import RedSailModel

/// Who governs the compounds, and the elections of the year (业主委员会、换届、环物委).
extension CityPlan {
  func committee(_ compound: Int) -> String { "\(Self.city)/committees/committee-\(compound + 1)" }

  /// The committee of a community that acts for its compounds without one (环物委代行职责).
  func communityCommittee(_ community: Int) -> PlannedRecord<Committee> {
    PlannedRecord("community-\(community + 1)", at: Self.recordsBegin) {
      $0.division = division(communityID(community))
      $0.displayName = madeUpName(community) + "社区环境和物业管理委员会"
      $0.kind = .community
    }
  }

  /// The committee before a re-election, or one that serves its term (在任业委会).
  func earlierCommittee(_ compound: Int) -> PlannedRecord<Committee>? {
    let (from, to): (CalendarDate, CalendarDate)
    switch Self.governance(ofCompound: compound) {
    case .elected(isReelection: true):
      (from, to) = (Self.day(2_020, 6, 1), Self.calendarDate(termBegin(compound)))
    case .serving: (from, to) = (Self.day(2_022, 7, 1), Self.day(2_027, 7, 1))
    default: return nil
    }
    return PlannedRecord("committee-\(compound + 1)-before", at: Self.recordsBegin) {
      $0.division = division(communityID(community(ofCompound: compound)))
      $0.displayName = compoundName(compound) + "业主委员会（上届）"
      $0.kind = .owners
      $0.compounds = [self.compound(compound)]
      $0.serviceArea = serviceAreaName(compound)
      $0.validFrom = from
      $0.validTo = to
      $0.seats = 5
      $0.members = (0..<5).map { seat in
        .with {
          $0.person = Self.person("jining-earlier-\(compound + 1)-\(seat + 1)", "委员")
          $0.post = seat == 0 ? .chair : .member
        }
      }
      // Those of before 2021, when the minimum began, have what they have.
      $0.partyMemberCount = from.year < 2_021 ? 2 : 3
    }
  }

  /// A statutory property management committee (物业管理委员会).
  func appointedCommittee(_ compound: Int) -> PlannedRecord<Committee>? {
    guard case .appointed = Self.governance(ofCompound: compound) else { return nil }
    return PlannedRecord("committee-\(compound + 1)", at: Self.recordsBegin) {
      $0.division = division(communityID(community(ofCompound: compound)))
      $0.displayName = compoundName(compound) + "物业管理委员会"
      $0.kind = .propertyManagement
      $0.compounds = [self.compound(compound)]
      $0.serviceArea = serviceAreaName(compound)
      $0.validFrom = Self.day(2_024, 3, 1)
      $0.validTo = Self.day(2_027, 3, 1)
      $0.seats = 7
      $0.members = (0..<7).map { seat in
        .with {
          $0.person = Self.person("jining-appointed-\(compound + 1)-\(seat + 1)", "委员")
          $0.post = seat == 0 ? .chair : .member
        }
      }
      $0.partyMemberCount = 5
    }
  }

  // One election: how many seats, who stands, when each step is taken.

  func electionName(_ compound: Int) -> String { "\(Self.city)/elections/election-\(compound + 1)" }

  func seats(_ compound: Int) -> Int { [5, 7, 5, 9, 5, 7, 11, 5][compound % 8] }

  /// The least number of party members that reaches 60 %: 3 of 5, 5 of 7, 6 of 9, 7 of 11; every third committee has one
  /// more.
  func partySeats(_ compound: Int) -> Int {
    (seats(compound) * 60 + 99) / 100 + (compound % 3 == 1 ? 1 : 0)
  }

  /// The day of the count: spread over the year, the filing well before its end.
  func countDay(_ compound: Int) -> CivilDate {
    Self.firstDay.advanced(byDays: 100 + compound * 37 % 250)
  }

  func termBegin(_ compound: Int) -> CivilDate { countDay(compound).advanced(byDays: 7) }

  func election(_ compound: Int) -> PlannedRecord<Election> {
    let begins = countDay(compound).advanced(byDays: -95)
    var isReelection = false
    if case .elected(let anew) = Self.governance(ofCompound: compound) { isReelection = anew }
    return PlannedRecord("election-\(compound + 1)", at: Self.morning(begins)) {
      $0.division = division(communityID(community(ofCompound: compound)))
      $0.displayName = compoundName(compound) + "业主委员会" + (isReelection ? "换届选举" : "首次选举")
      $0.kind = isReelection ? .reelection : .first
      $0.serviceArea = serviceAreaName(compound)
      $0.committee = isReelection ? "\(committee(compound))-before" : ""
      $0.seats = Int32(seats(compound))
      $0.termYears = 5
      $0.plannedBallotDate = Self.calendarDate(countDay(compound).advanced(byDays: -7))
      $0.startDate = Self.calendarDate(begins)
    }
  }

  /// One more than there are seats.
  func candidateCount(_ compound: Int) -> Int { seats(compound) + 1 }

  func candidateName(_ compound: Int, _ number: Int) -> String {
    "\(Self.city)/candidates/candidate-\(compound + 1)-\(number + 1)"
  }

  /// A candidate: community officials, party members and heads of buildings first (社区“两委”成员、党员业主、楼长).
  func candidate(_ compound: Int, _ number: Int) -> PlannedRecord<Candidate> {
    let isMember = number < partySeats(compound)
    return PlannedRecord(
      "candidate-\(compound + 1)-\(number + 1)",
      at: Self.morning(countDay(compound).advanced(byDays: -60))
    ) {
      $0.division = division(communityID(community(ofCompound: compound)))
      $0.election = electionName(compound)
      $0.person = Self.person("jining-owner-\(compound + 1)-\(number + 1)", "")
      $0.category =
        isMember ? (number == 0 ? .communityOfficial : .partyOwner) : (number % 2 == 0 ? .buildingHead : .owner)
      $0.partyMember = isMember
      $0.proposer = Self.person("jining-proposer-\(community(ofCompound: compound) + 1)", "筹备组组长")
    }
  }

  /// Where ballots are not counted unit by unit: what the paper count found.
  func paperResult(_ compound: Int) -> VoteResult {
    let facts = CompoundFacts(compound)
    let (area, heads) = (facts.areaHundredths, Int64(facts.householdCount))
    return .with {
      $0.totalAreaHundredths = area
      $0.totalHeads = heads
      $0.participatingAreaHundredths = area * 4 / 5
      $0.participatingHeads = heads * 4 / 5
      $0.forAreaHundredths = area * 3 / 5
      $0.forHeads = heads * 3 / 5
      $0.againstAreaHundredths = area / 10
      $0.againstHeads = heads / 10
      $0.abstainedAreaHundredths = area * 4 / 5 - area * 3 / 5 - area / 10
      $0.abstainedHeads = heads * 4 / 5 - heads * 3 / 5 - heads / 10
    }
  }

  func paperCandidates(_ compound: Int) -> [Election.CandidateResult] {
    let facts = CompoundFacts(compound)
    return (0..<candidateCount(compound)).map { number in
      let isElected = number < seats(compound)
      // One vote less for each after the first, so that no two have the same.
      let (part, less) = (isElected ? 3 : 1, Int64(number))
      return .with {
        $0.candidate = candidateName(compound, number)
        $0.forAreaHundredths = facts.areaHundredths * Int64(part) / 5 - less
        $0.forHeads = Int64(facts.householdCount * part / 5) - less
        $0.elected = isElected
      }
    }
  }

  /// Every flat votes for the candidates up to the number of seats, and abstains on the last.
  func ballots(_ compound: Int) -> [Ballot] {
    (0..<Self.unitsPerBuilding).filter { $0 % 8 != 7 }.map { number in
      Ballot.with {
        $0.unit = unitName(compound, number)
        $0.candidates = (0..<candidateCount(compound)).map { candidate in
          .with {
            $0.candidate = candidateName(compound, candidate)
            $0.choice = candidate < seats(compound) ? .for : .abstain
          }
        }
      }
    }
  }
}
