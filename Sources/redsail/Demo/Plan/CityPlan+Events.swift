internal import RedSailAPI
internal import RedSailModel

/// The events beside the managers' reception days: talks, meetings, report-ins, station activities, visits.
extension CityPlan {
  /// Owners' talks, listening days and family talks (业主恳谈会、民意“5”来听、“拉家常”议事会).
  var talkCount: Int { 3 * scale.planned(240) }

  func talk(_ index: Int) -> PlannedRecord<ReceptionDay> {
    let kind: ReceptionDay.Kind = [.ownersTalk, .listeningDay, .familyTalk][index % 3]
    return heldEvent("talk-\(index + 1)", kind, compound: index % compoundCount, day: index * 5 % 380) {
      $0.participants = [
        .with {
          $0.role = .streetOfficial
          $0.person = Self.person("jining-street-\(index % streetCount + 1)", "街道负责人")
          $0.attended = true
        },
        .with {
          $0.role = index.isMultiple(of: 2) ? .lawyer : .industryExpert
          $0.person = Self.person("jining-expert-\(index % 60 + 1)", index.isMultiple(of: 2) ? "律师" : "行业专家")
          $0.attended = true
        },
      ]
      $0.attendance = Int32(15 + index % 40)
    }
  }

  /// A joint meeting for each compound and quarter of the year before (季度联席会议).
  var quarterlyMeetingCount: Int { 4 * compoundCount }

  func quarterlyMeeting(_ index: Int) -> PlannedRecord<ReceptionDay> {
    let (quarter, compound) = index.quotientAndRemainder(dividingBy: compoundCount)
    return heldEvent(
      "quarterly-\(index + 1)",
      .quarterlyMeeting,
      compound: compound,
      day: quarter * 91 + 20 + compound % 50
    ) {
      $0.attendance = 9
      $0.minutes = "通报物业服务情况，研究业主诉求。"
    }
  }

  /// Each project's head reports in at the community (项目负责人到社区报到).
  func reportIn(_ index: Int) -> PlannedRecord<ReceptionDay> {
    heldEvent("report-in-\(index + 1)", .reportIn, compound: index, day: index % 30) { _ in }
  }

  func stationActivity(_ index: Int) -> PlannedRecord<ReceptionDay> {
    let kind: ReceptionDay.Kind = index.isMultiple(of: 3) ? .volunteerActivity : .stationActivity
    return PlannedRecord(
      "station-activity-\(index + 1)",
      at: start(ofEvent: index * 7 % 380).advanced(bySeconds: 7_200)
    ) {
      $0.division = division(communityID(community(ofGrid: index)))
      $0.displayName = kind == .volunteerActivity ? "志愿服务" : "红帆驿站便民活动"
      $0.kind = kind
      $0.state = .held
      $0.station = stationName(index)
      $0.grid = grid(index)
      $0.plannedStartTime = Self.timestamp(start(ofEvent: index * 7 % 380))
      $0.startTime = Self.timestamp(start(ofEvent: index * 7 % 380))
      $0.volunteerCount = Int32(5 + index % 20)
      $0.attendance = Int32(20 + index % 60)
    }
  }

  /// Visits from door to door (社情民意摸排).
  var visitCount: Int { scale.planned(1_500) }

  func visit(_ index: Int) -> PlannedRecord<ReceptionDay> {
    heldEvent("visit-\(index + 1)", .visit, compound: index % compoundCount, day: index * 11 % 380) {
      $0.grid = grid(community(ofCompound: index % compoundCount))
      $0.attendance = Int32(8 + index % 20)
    }
  }

  private func start(ofEvent day: Int) -> UnixTime {
    Self.firstDay.advanced(byDays: day).start.advanced(bySeconds: 10 * 3_600)
  }

  /// An event in a compound that was recorded once it was over.
  private func heldEvent(
    _ id: String,
    _ kind: ReceptionDay.Kind,
    compound: Int,
    day: Int,
    _ fill: (inout ReceptionDay) -> Void
  ) -> PlannedRecord<ReceptionDay> {
    let begin = start(ofEvent: day)
    return PlannedRecord(id, at: begin.advanced(bySeconds: 7_200)) {
      $0.division = division(communityID(community(ofCompound: compound)))
      $0.kind = kind
      $0.state = .held
      $0.project = project(compound)
      $0.compound = self.compound(compound)
      $0.plannedStartTime = Self.timestamp(begin)
      $0.startTime = Self.timestamp(begin)
      $0.endTime = Self.timestamp(begin.advanced(bySeconds: 5_400))
      fill(&$0)
    }
  }
}
