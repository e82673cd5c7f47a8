internal import RedSailAPI
internal import RedSailModel

/// Tickets beside the reception days': the hotline's, and what visits and grid workers bring (热线、走访、矛盾调解).
extension CityPlan {
  var hotlineTicketCount: Int { scale.planned(2_000) }
  var mediationCount: Int { scale.planned(400) }
  var ownerTicketCount: Int { scale.planned(600) }

  /// A repair that an owner asks for through the mini program (“济宁物业”微信小程序).
  func ownerTicket(_ index: Int) -> CreateTicketRequest {
    let compound = index % compoundCount
    let community = community(ofCompound: compound)
    let time = Self.firstDay.advanced(byDays: 12 + index * 23 % 350).start.advanced(bySeconds: 30_000)
    return .with {
      $0.parent = Self.city
      $0.ticketID = "owner-\(index + 1)"
      $0.ticket = .with {
        $0.division = division(communityID(community))
        $0.title = "单元门禁损坏"
        $0.content = "单元门禁无法关闭，请维修。"
        $0.source = .owner
        $0.kind = .repair
        $0.grade = .trivial
        $0.category = "设施维修"
        $0.compound = self.compound(compound)
        $0.project = project(compound)
        $0.holder = .with {
          $0.unit = division(communityID(community))
          $0.level = .community
          $0.officer = Self.person("jining-community-officer-\(community + 1)", "社区物业专员")
        }
      }
      $0.requestID = RequestID.of("owner-ticket", index)
      $0.eventTime = Self.timestamp(time)
      $0.actor = Self.person("jining-mini-program", "业主小程序")
      $0.history = history(
        from: time,
        every: 9_000,
        by: "jining-manager-\(compound + 1)",
        holder: .with {
          $0.unit = grid(community)
          $0.level = .grid
          $0.officer = Self.person("jining-grid-\(community + 1)", "网格员")
        },
        answer: "已更换闭门器。"
      )
    }
  }

  func hotlineTicket(_ index: Int) -> CreateTicketRequest {
    var random = SeededRandom("hotline-ticket", index)
    let compound = index % compoundCount
    let matter = random.pick(DemandMatter.all)
    let time = Self.firstDay.advanced(byDays: 10 + index * 17 % 360).start.advanced(
      bySeconds: 36_000 + Int64(index % 600)
    )
    let county = county(ofStreet: street(ofCommunity: community(ofCompound: compound)))
    return .with {
      $0.parent = Self.city
      $0.ticketID = "hotline-\(index + 1)"
      $0.ticket = .with {
        $0.division = division(communityID(community(ofCompound: compound)))
        $0.title = matter.title
        $0.content = matter.content
        $0.source = .hotline
        $0.sourceSystem = "jining-12345"
        $0.recordNumber = "JN12345-\(index + 1)"
        $0.kind = matter.kind
        $0.category = matter.category
        $0.compound = self.compound(compound)
        $0.holder = .with {
          $0.unit = division(county.id)
          $0.level = .county
          $0.officer = Self.person("jining-hotline-officer", "专人负责受理")
        }
      }
      $0.requestID = RequestID.of("hotline-ticket", index)
      $0.eventTime = Self.timestamp(time)
      $0.actor = Self.person("jining-12345-desk", "12345热线坐席")
      // Nineteen of twenty go all the way, the others are in progress (专人负责受理、转办、回访、归档).
      $0.history = history(
        from: time,
        every: 20_000,
        by: "jining-hotline-officer",
        holder: .with {
          $0.unit = division(streetID(street(ofCommunity: community(ofCompound: compound))))
          $0.level = .street
          $0.officer = Self.person("jining-street-officer-\(community(ofCompound: compound) + 1)", "街道物业办负责人")
        },
        answer: matter.answer,
        steps: index % 20 == 19 ? 4 : 7
      )
    }
  }

  /// What happens to a ticket, step after step: accepted, dispatched, signed, started, resolved, called back, closed.
  private func history(
    from time: UnixTime,
    every seconds: Int64,
    by officer: String,
    holder: Ticket.Holder?,
    answer: String,
    steps: Int = 7
  ) -> [TicketEvent] {
    let actions: [TicketEvent.Action] = [.accept, .dispatch, .sign, .start, .resolve, .callBack, .close]
    return actions.prefix(steps).enumerated().map { step, action in
      .with {
        $0.action = action
        $0.eventTime = Self.timestamp(time.advanced(bySeconds: seconds * Int64(step + 1)))
        $0.actor = Self.person(officer, "")
        switch action {
        case .dispatch: $0.holder = holder
        case .resolve:
          $0.resolution = .solved
          $0.publicAnswer = answer
        case .callBack: $0.feedback = .with { $0.satisfaction = .satisfied }
        default: break
        }
      }
    }
  }

  /// A quarrel that a grid worker mediates on a visit (矛盾纠纷调解).
  func mediation(_ index: Int) -> CreateTicketRequest {
    let compound = index % compoundCount
    let time = Self.firstDay.advanced(byDays: 15 + index * 19 % 350).start.advanced(bySeconds: 40_000)
    let community = community(ofCompound: compound)
    return .with {
      $0.parent = Self.city
      $0.ticketID = "mediation-\(index + 1)"
      $0.ticket = .with {
        $0.division = division(communityID(community))
        $0.title = "邻里停车纠纷"
        $0.content = "入户走访中发现邻里停车纠纷，由网格员现场调解。"
        $0.source = .visit
        $0.kind = .mediation
        $0.grade = .trivial
        $0.category = "邻里纠纷"
        $0.compound = self.compound(compound)
        $0.holder = .with {
          $0.unit = grid(community)
          $0.level = .grid
        }
      }
      $0.requestID = RequestID.of("mediation", index)
      $0.eventTime = Self.timestamp(time)
      $0.actor = Self.person("jining-grid-\(community + 1)", "网格员")
      $0.history = history(
        from: time,
        every: 600,
        by: "jining-grid-\(community + 1)",
        holder: $0.ticket?.holder,
        answer: "双方已达成一致。"
      )
    }
  }
}
