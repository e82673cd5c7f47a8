internal import RedSailAPI
internal import RedSailModel

/// Contracts, renovation and takeovers of old compounds, subsidies, safety (合同、老旧小区、财政补助、安全).
extension CityPlan {
  /// The contract of a project (物业服务合同).
  func contract(_ project: Int) -> PlannedRecord<Contract> {
    PlannedRecord("contract-\(project + 1)", at: Self.recordsBegin) {
      $0.division = division(communityID(community(ofCompound: project)))
      $0.displayName = compoundName(project) + "物业服务合同"
      $0.validFrom = Self.calendarDate(Self.firstDay.advanced(byDays: -1))
      $0.project = self.project(project)
      $0.kind = .formal
      $0.feeMode = project % 5 == 0 ? .commission : .lumpSum
      $0.priceKind = .market
      $0.priceHundredths = Int64(80 + project % 150)
      $0.signingDate = Self.calendarDate(Self.firstDay.advanced(byDays: -2))
      $0.ownerSide = compoundName(project) + "业主委员会"
    }
  }

  /// Old compounds that are renovated, one project each (老旧小区改造).
  var renovationCount: Int { scale.planned(60) }

  func renovation(_ index: Int) -> PlannedRecord<RenovationProject> {
    let compound = index % compoundCount
    return PlannedRecord("renovation-\(index + 1)", at: Self.recordsBegin) {
      $0.division = division(communityID(community(ofCompound: compound)))
      $0.displayName = compoundName(compound) + "改造"
      $0.compounds = [self.compound(compound)]
      $0.year = 2_025
      $0.budgetHundredths = Int64(50_000_000 + index * 1_000_000)
      $0.contents = ["管线入地", "加装充电设施", "屋面防水"]
    }
  }

  /// A renovated compound is taken over by its project's firm (物业接管), which is supported for it (财政补助).
  func takeover(_ index: Int) -> PlannedRecord<Takeover> {
    let compound = index % compoundCount
    return PlannedRecord("takeover-\(index + 1)", at: Self.morning(Self.firstDay.advanced(byDays: 250))) {
      $0.division = division(communityID(community(ofCompound: compound)))
      $0.compound = self.compound(compound)
      $0.firm = firm(compound % firmCount)
      $0.project = project(compound)
      $0.takeoverDate = Self.calendarDate(Self.firstDay.advanced(byDays: 249))
      $0.previousManagement = "社区代管"
      $0.defects = ["绿地杂乱", "车棚不足"]
      $0.remediedCount = 1
    }
  }

  func subsidy(_ index: Int) -> PlannedRecord<Subsidy> {
    let compound = index % compoundCount
    let street = street(ofCommunity: community(ofCompound: compound))
    return PlannedRecord("subsidy-\(index + 1)", at: Self.morning(Self.firstDay.advanced(byDays: 260))) {
      $0.division = division(streetID(street))
      $0.displayName = "接管已改造老旧小区补助"
      $0.firm = firm(compound % firmCount)
      $0.subject = "\(Self.city)/takeovers/takeover-\(index + 1)"
      $0.basis = "\(Self.city)/policyDocuments/ten-measures"
      $0.applicant = Self.person("jining-applicant-\(index + 1)", "企业负责人")
      $0.appliedDate = Self.calendarDate(Self.firstDay.advanced(byDays: 260))
      $0.appliedHundredths = Int64(2_000_000 + index * 10_000)
    }
  }

  /// Two inspections a compound and year, each with a hazard in every second one (安全检查、隐患).
  var inspectionCount: Int { 2 * compoundCount }

  private static let hazards: [Hazard.Kind] = [.overheadWires, .ebikeFire, .ebikeCharging, .firePassage]

  func inspection(_ index: Int) -> PlannedRecord<Inspection> {
    let compound = index % compoundCount
    let day = inspectionDay(index)
    return PlannedRecord("inspection-\(index + 1)", at: Self.morning(day)) {
      $0.division = division(communityID(community(ofCompound: compound)))
      $0.compound = self.compound(compound)
      $0.project = project(compound)
      $0.kinds = Self.hazards
      $0.inspectionDate = Self.calendarDate(day)
      $0.inspector = Self.person("jining-inspector-\(community(ofCompound: compound) + 1)", "网格员")
      $0.hazardCount = index.isMultiple(of: 2) ? 1 : 0
    }
  }

  private func inspectionDay(_ index: Int) -> CivilDate { Self.firstDay.advanced(byDays: 5 + index * 13 % 330) }

  var hazardCount: Int { (inspectionCount + 1) / 2 }

  func hazardName(_ index: Int) -> String { "\(Self.city)/hazards/hazard-\(index + 1)" }

  func hazardDay(_ index: Int) -> CivilDate { inspectionDay(2 * index) }

  func hazard(_ index: Int) -> PlannedRecord<Hazard> {
    let compound = 2 * index % compoundCount
    let kind = Self.hazards[index % Self.hazards.count]
    return PlannedRecord("hazard-\(index + 1)", at: Self.morning(hazardDay(index)).advanced(bySeconds: 3_600)) {
      $0.division = division(communityID(community(ofCompound: compound)))
      $0.displayName = kind == .overheadWires ? "楼道飞线充电" : "电动自行车停放充电隐患"
      $0.kind = kind
      $0.severity = index % 12 == 0 ? .major : .general
      $0.compound = self.compound(compound)
      $0.inspection = "\(Self.city)/inspections/inspection-\(2 * index + 1)"
      $0.project = project(compound)
      $0.foundDate = Self.calendarDate(hazardDay(index))
    }
  }

  /// How far a hazard is dealt with: ordered, remedied, verified; some are not yet (of which some are overdue).
  func hazardSteps(_ index: Int) -> Int { index % 20 == 7 ? 1 : index % 20 == 13 ? 2 : 3 }

  var chargingFacilityCount: Int { scale.planned(900) }

  func chargingFacility(_ index: Int) -> PlannedRecord<ChargingFacility> {
    let compound = index % compoundCount
    return PlannedRecord("charging-\(index + 1)", at: Self.recordsBegin) {
      $0.division = division(communityID(community(ofCompound: compound)))
      $0.displayName = "电动自行车充电棚"
      $0.validFrom = Self.calendarDate(Self.firstDay.advanced(byDays: -30))
      $0.compound = self.compound(compound)
      $0.kind = index % 4 == 0 ? .bicycleCabinet : .bicycleShed
      $0.portCount = Int32(10 + index % 50)
      $0.fireProtected = true
    }
  }
}
