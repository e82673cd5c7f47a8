internal import RedSailAPI
internal import RedSailModel

/// 双向进入、交叉任职: 80 + 14 + 75; “红色骨干”: 17 + 16.
extension RizhaoPlan {
  var partyHeadCount: Int { scale.planned(80) }
  var committeeSeatCount: Int { scale.planned(14) }
  var supervisorCount: Int { scale.planned(75) }
  var activistCount: Int { scale.planned(17) }
  var backboneCount: Int { scale.planned(16) }

  var appointmentCount: Int { partyHeadCount + committeeSeatCount + supervisorCount }

  func appointment(_ index: Int) -> PlannedRecord<Appointment> {
    let day = CityPlan.firstDay.advanced(byDays: 30 + index % 300)
    return PlannedRecord("appointment-\(index + 1)", at: CityPlan.morning(day)) {
      $0.division = Self.division(Self.communityID(index % Self.communityCount))
      $0.validFrom = CityPlan.calendarDate(day)
      $0.person = CityPlan.person("rizhao-appointee-\(index + 1)", "")
      if index < partyHeadCount {
        $0.kind = .partyHeadToCommunity
        $0.fromOrganisation = firmOrganisation(index)
        $0.toOrganisation = communityOrganisation(index)
        $0.post = "兼职委员"
      } else if index < partyHeadCount + committeeSeatCount {
        $0.kind = .communityToCommittee
        $0.fromOrganisation = communityOrganisation(index)
        $0.toOrganisation = committee(index)
        $0.post = "委员"
      } else {
        $0.kind = .supervisorOfFirm
        $0.fromOrganisation = communityOrganisation(index)
        $0.toOrganisation = firm(index)
        $0.post = "义务监督员"
      }
    }
  }

  func memberName(_ index: Int) -> String { "\(Self.city)/members/member-\(index + 1)" }

  /// First those who become activists during the year, then full members who are trained into backbones of the business.
  func member(_ index: Int) -> PlannedRecord<Member> {
    PlannedRecord("member-\(index + 1)", at: CityPlan.recordsBegin) {
      $0.division = Self.division(Self.communityID(index % Self.communityCount))
      $0.partyOrganisation = communityOrganisation(index)
      $0.person = CityPlan.person("rizhao-staff-\(index + 1)", "物业骨干")
      $0.applicationDate = CityPlan.day(2_018, 6, 1)
      if index < activistCount {
        $0.stage = .applicant
      } else {
        $0.stage = .full
        $0.activistDate = CityPlan.day(2_018, 12, 1)
        $0.targetDate = CityPlan.day(2_020, 1, 10)
        $0.probationDate = CityPlan.day(2_020, 7, 1)
        $0.fullDate = CityPlan.day(2_021, 7, 1)
      }
    }
  }

  /// The day on which the one becomes an activist, the other a backbone: 今年, in the year of the last day.
  func memberDay(_ index: Int) -> CivilDate { CityPlan.lastDay.advanced(byDays: -(index * 5 % 28)) }
}
