internal import RedSailAPI
internal import RedSailModel

/// The demands of the reception days (民意诉求): first those that are resolved, then the others.
extension CityPlan {
  func receptionDay(ofDemand index: Int) -> Int { index % heldDayCount }

  func ticket(_ index: Int) -> String { "\(Self.city)/tickets/demand-\(index + 1)" }

  func outcome(ofDemand index: Int) -> DemandOutcome {
    if index < resolvedCount {
      // 62 of 100 are settled on the spot.
      if index % 50 < 31 { return .onSite }
      switch index % 101 {
      case 0, 34, 67: return .handled(.returned)
      case 9, 43, 76, 90: return .handled(.extended)
      case 18, 52: return .handled(.reopened)
      default: return .handled(.none)
      }
    }
    switch (index - resolvedCount) % 20 {
    case 0...5: return .answered
    case 6: return .refused
    case 7: return .withdrawn
    case 9: return .merged
    case let rest: return .pending(steps: rest % 5)
    }
  }

  /// Whether the demand is played right after the one before it, because it is merged into that one.
  func isPlayedWithPrevious(_ index: Int) -> Bool {
    if case .merged = outcome(ofDemand: index) { true } else { false }
  }

  /// When the demand was raised: one after the other while its reception day lasts.
  func receiveTime(ofDemand index: Int) -> UnixTime {
    let position = index / heldDayCount
    return start(ofReceptionDay: receptionDay(ofDemand: index)).advanced(bySeconds: Int64(180 + position % 70 * 120))
  }

  func grade(ofDemand index: Int) -> Ticket.Grade {
    var random = SeededRandom("grade", index)
    return switch random.pick(0..<20) {
    case 0..<9: .trivial
    case 9..<16: .small
    case 16..<19: .major
    default: .hard
    }
  }

  func createDemand(_ index: Int) -> CreateTicketRequest {
    var random = SeededRandom("demand", index)
    let day = receptionDay(ofDemand: index)
    let project = project(ofReceptionDay: day)
    let firm = firm(project % firmCount)
    let matter = random.pick(DemandMatter.all)
    let outcome = outcome(ofDemand: index)
    let received = receiveTime(ofDemand: index)
    let unit = holder(.community, ofDemand: index)
    return .with {
      $0.parent = Self.city
      $0.ticketID = "demand-\(index + 1)"
      $0.ticket = .with {
        $0.division = unit.unit
        $0.title = matter.title
        $0.content = "\(madeUpName(project))：\(matter.content)"
        $0.source = .receptionDay
        $0.kind = matter.kind
        $0.grade = grade(ofDemand: index)
        $0.category = matter.category
        $0.grid = grid(community(ofCompound: project))
        $0.compound = compound(project)
        $0.project = self.project(project)
        $0.firm = firm
        $0.receptionDay = receptionDay(day)
        $0.holder = unit
        if case .onSite = outcome {
        } else {
          $0.promisedDate = Self.calendarDate(received.civilDate.advanced(byDays: random.pick([3, 5, 7, 10])))
        }
      }
      $0.requestID = RequestID.of("demand", index)
      $0.eventTime = Self.timestamp(received)
      $0.actor = manager(ofReceptionDay: day)
      if case .onSite = outcome {
        $0.history = [onSiteResolution(index, received: received, answer: matter.answer)]
      } else if index.isMultiple(of: 3) {
        $0.caller = .with {
          $0.personalName = random.pick(["张", "王", "李", "孔", "孟"]) + random.pick(["某", "某某"])
          $0.phone = "1380537" + String(1_000 + index % 9_000)
          $0.contactConsent = matter.kind == .repair
        }
      }
    }
  }

  private func onSiteResolution(_ index: Int, received: UnixTime, answer: String) -> TicketEvent {
    .with {
      $0.action = .resolve
      $0.eventTime = Self.timestamp(received.advanced(bySeconds: Int64(60 + index % 9 * 60)))
      $0.actor = manager(ofReceptionDay: receptionDay(ofDemand: index))
      $0.resolution = .solved
      $0.publicAnswer = answer
    }
  }

  /// The unit of a level that is in charge where the demand was raised.
  func holder(_ level: Ticket.Level, ofDemand index: Int) -> Ticket.Holder {
    let community = community(ofCompound: project(ofReceptionDay: receptionDay(ofDemand: index)))
    let street = street(ofCommunity: community)
    let (unit, duty) =
      switch level {
      case .grid: (grid(community), "网格员")
      case .street: (division(streetID(street)), "街道物业办负责人")
      case .county: (division(county(ofStreet: street).id), "县区住建局物业科负责人")
      default: (division(communityID(community)), "社区环物委主任")
      }
    return .with {
      $0.unit = unit
      $0.level = level
      $0.officer = Self.person("jining-officer-\(level.rawValue)-\(community + 1)", duty)
    }
  }
}
