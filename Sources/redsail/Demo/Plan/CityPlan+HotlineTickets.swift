internal import RedSailAPI
internal import RedSailModel

/// Tickets beside the reception days': the hotline's, and what visits and grid workers bring (热线、走访、矛盾调解).
extension CityPlan {
  var hotlineTicketCount: Int { scale.planned(2_000) }
  var mediationCount: Int { scale.planned(400) }

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
      $0.history = [
        .with {
          $0.action = .resolve
          $0.eventTime = Self.timestamp(time.advanced(bySeconds: 3_600))
          $0.actor = Self.person("jining-grid-\(community + 1)", "网格员")
          $0.resolution = .solved
          $0.publicAnswer = "双方已达成一致。"
        }
      ]
    }
  }
}
