internal import ProtobufRuntime
internal import RedSailAPI
internal import RedSailModel

/// A project manager's reception day as it is played (项目经理接待日): first those that are held, then those that are
/// cancelled, last those that lie ahead of the year.
extension CityPlan {
  var receptionDayCount: Int { heldDayCount + cancelledDayCount + plannedDayCount }

  func isHeld(_ index: Int) -> Bool { index < heldDayCount }

  func isCancelled(_ index: Int) -> Bool { !isHeld(index) && index < heldDayCount + cancelledDayCount }

  func receptionDay(_ index: Int) -> String { "\(Self.city)/receptionDays/reception-\(index + 1)" }

  func project(ofReceptionDay index: Int) -> Int { index % projectCount }

  /// When it begins: spread evenly over the year, the last one early enough for its demands to be handled by the end.
  func start(ofReceptionDay index: Int) -> UnixTime {
    let day =
      if isHeld(index) {
        Self.firstDay.advanced(byDays: index * 378 / heldDayCount)
      } else if isCancelled(index) {
        Self.firstDay.advanced(byDays: (index - heldDayCount) * 378 / cancelledDayCount)
      } else {
        Self.lastDay.advanced(byDays: 1 + index % 28)
      }
    return day.start.advanced(bySeconds: index.isMultiple(of: 2) ? 9 * 3_600 : 14 * 3_600 + 1_800)
  }

  func end(ofReceptionDay index: Int) -> UnixTime {
    start(ofReceptionDay: index).advanced(bySeconds: 3 * 3_600)
  }

  func createReceptionDay(_ index: Int) -> CreateReceptionDayRequest {
    let project = project(ofReceptionDay: index)
    let start = start(ofReceptionDay: index)
    return .with {
      $0.parent = Self.city
      $0.receptionDayID = "reception-\(index + 1)"
      $0.receptionDay = .with {
        $0.division = division(communityID(community(ofCompound: project)))
        $0.displayName = madeUpName(project) + "项目经理接待日"
        $0.kind = .managerReceptionDay
        $0.state = .planned
        $0.project = self.project(project)
        $0.compound = compound(project)
        $0.plannedStartTime = Self.timestamp(start)
        $0.plannedEndTime = Self.timestamp(end(ofReceptionDay: index))
        $0.venue = "小区红帆驿站"
        $0.participants = participants(index, attended: false)
      }
      $0.requestID = RequestID.of("reception-day", index)
      $0.eventTime = Self.timestamp(min(start, Self.lastDay.end).advanced(bySeconds: -7 * 86_400))
    }
  }

  func holdReceptionDay(_ index: Int) -> HoldReceptionDayRequest {
    var random = SeededRandom("attendance", index)
    return .with {
      $0.name = receptionDay(index)
      $0.startTime = Self.timestamp(start(ofReceptionDay: index))
      $0.endTime = Self.timestamp(end(ofReceptionDay: index))
      $0.attendance = Int32(random.pick(30..<120))
      $0.participants = participants(index, attended: true)
      $0.minutes = "现场受理并答复业主诉求。"
      $0.actor = manager(ofReceptionDay: index)
      $0.requestID = RequestID.of("reception-day", index, step: 1)
      $0.eventTime = Self.timestamp(end(ofReceptionDay: index))
    }
  }

  func cancelReceptionDay(_ index: Int) -> CancelReceptionDayRequest {
    .with {
      $0.name = receptionDay(index)
      $0.reason = "遇恶劣天气，另行安排。"
      $0.actor = manager(ofReceptionDay: index)
      $0.requestID = RequestID.of("reception-day", index, step: 1)
      $0.eventTime = Self.timestamp(start(ofReceptionDay: index).advanced(bySeconds: -86_400))
    }
  }

  func manager(ofReceptionDay index: Int) -> PersonReference {
    Self.person("jining-manager-\(project(ofReceptionDay: index) + 1)", "项目经理")
  }

  /// 邀请街道、社区负责人、行业专家、律师等共同走进小区.
  private func participants(_ index: Int, attended: Bool) -> [ReceptionDay.Participant] {
    let roles: [(ReceptionDay.ParticipantRole, String)] = [
      (.projectManager, "项目经理"), (.streetOfficial, "街道负责人"), (.communityOfficial, "社区负责人"),
      (index.isMultiple(of: 2) ? .industryExpert : .lawyer, index.isMultiple(of: 2) ? "行业专家" : "律师"),
    ]
    return roles.enumerated().map { position, role in
      .with {
        $0.role = role.0
        $0.person = Self.person("jining-participant-\(index % 200 + 1)-\(position + 1)", role.1)
        $0.attended = attended
      }
    }
  }
}
