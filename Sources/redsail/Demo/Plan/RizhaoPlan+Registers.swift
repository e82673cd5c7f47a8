internal import RedSailAPI
internal import RedSailModel

extension RizhaoPlan {
  func createCity() -> CreateCityRequest {
    .with {
      $0.cityID = Self.code
      $0.city = .with {
        $0.displayName = "日照市"
        $0.demonstration = .with {
          $0.scaleMillionths = Int32(scale.millionths)
          $0.asOfDate = CityPlan.calendarDate(CityPlan.lastDay)
        }
      }
      $0.requestID = RequestID.of(record: Self.city)
      $0.eventTime = CityPlan.timestamp(CityPlan.recordsBegin)
    }
  }

  func division(_ index: Int) -> PlannedRecord<Division> {
    let entry = Self.divisions[index]
    return PlannedRecord(entry.id, at: CityPlan.recordsBegin) {
      $0.parentDivision = entry.parent.isEmpty ? "" : Self.division(entry.parent)
      $0.displayName = entry.name
      $0.level = entry.level
      $0.code = entry.id
    }
  }

  func firm(record index: Int) -> PlannedRecord<Firm> {
    PlannedRecord(creditCodes[index], at: CityPlan.recordsBegin) {
      $0.division = Self.division(Self.counties[index % Self.counties.count].0)
      $0.displayName = "日照第\(index + 1)物业服务有限公司"
    }
  }

  func compound(record index: Int) -> PlannedRecord<Compound> {
    PlannedRecord(index == 0 ? "gangyan" : "compound-\(index + 1)", at: CityPlan.recordsBegin) {
      $0.division = Self.division(Self.communityID(index))
      $0.displayName = index == 0 ? "港烟小区" : "第\(index + 1)小区"
      // 最老的楼房已经三十多年.
      $0.buildYear = index == 0 ? 1_992 : 2_005
      $0.oldCompound = index == 0
      $0.branchEligible = true
      $0.householdCount = 600
      $0.areaHundredths = 5_400_000
    }
  }

  func project(_ index: Int) -> PlannedRecord<Project> {
    PlannedRecord("project-\(index + 1)", at: CityPlan.recordsBegin) {
      $0.division = Self.division(Self.communityID(index))
      $0.displayName = index == 0 ? "港烟小区项目" : "第\(index + 1)项目"
      $0.firm = firm(index)
      $0.compounds = [compound(index)]
      $0.validFrom = index == 0 ? CityPlan.day(2_014, 5, 1) : CityPlan.day(2_016, 1, 1)
    }
  }

  func organisation(ofFirm index: Int) -> PlannedRecord<PartyOrganisation> {
    PlannedRecord("firm-\(index + 1)", at: CityPlan.recordsBegin) {
      $0.division = Self.division(Self.counties[index % Self.counties.count].0)
      $0.displayName = "第\(index + 1)物业党支部"
      $0.kind = .branch
      $0.sphere = .firm
      $0.fullMemberCount = 8
      $0.links = [
        .with {
          $0.subject = firm(index)
          $0.validFrom = CityPlan.day(2_020, 1, 1)
        }
      ]
    }
  }

  func organisation(ofCommunity index: Int) -> PlannedRecord<PartyOrganisation> {
    PlannedRecord("community-\(index + 1)", at: CityPlan.recordsBegin) {
      $0.division = Self.division(Self.communityID(index))
      $0.displayName = Self.communityName(index) + "党委"
      $0.kind = .generalBranch
      $0.sphere = .community
      $0.fullMemberCount = 70
    }
  }

  func branch(ofCompound index: Int) -> PlannedRecord<PartyOrganisation> {
    PlannedRecord("compound-\(index + 1)", at: CityPlan.recordsBegin) {
      $0.division = Self.division(Self.communityID(index))
      $0.displayName = (index == 0 ? "港烟小区" : "第\(index + 1)小区") + "党支部"
      $0.kind = .branch
      $0.sphere = .compound
      $0.fullMemberCount = 6
      $0.links = [
        .with {
          $0.subject = compound(index)
          $0.validFrom = CityPlan.day(2_022, 1, 1)
        }
      ]
    }
  }

  /// A serving owners' committee of each compound.
  func committee(record index: Int) -> PlannedRecord<Committee> {
    PlannedRecord("committee-\(index + 1)", at: CityPlan.recordsBegin) {
      $0.division = Self.division(Self.communityID(index))
      $0.displayName = (index == 0 ? "港烟小区" : "第\(index + 1)小区") + "业主委员会"
      $0.kind = .owners
      $0.compounds = [compound(index)]
      $0.validFrom = CityPlan.day(2_023, 3, 1)
      $0.validTo = CityPlan.day(2_028, 3, 1)
      $0.seats = 5
      $0.members = (0..<5).map { seat in
        .with {
          $0.person = CityPlan.person("rizhao-seat-\(index + 1)-\(seat + 1)", "委员")
          $0.post = seat == 0 ? .chair : .member
        }
      }
      $0.partyMemberCount = 3
    }
  }
}
