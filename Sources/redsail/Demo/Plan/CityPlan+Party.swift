internal import RedSailAPI
internal import RedSailModel

/// The party in communities, compounds and grids, its members and who serves where (党组织、党员发展、交叉任职).
extension CityPlan {
  func communityOrganisation(_ community: Int) -> String {
    "\(Self.city)/partyOrganisations/community-\(community + 1)"
  }

  /// The party organisation of a community (社区党组织).
  func planCommunityOrganisation(_ community: Int) -> PlannedRecord<PartyOrganisation> {
    PlannedRecord("community-\(community + 1)", at: Self.recordsBegin) {
      $0.division = division(communityID(community))
      $0.displayName = madeUpName(community) + "社区党委"
      $0.kind = .generalBranch
      $0.sphere = .community
      $0.fullMemberCount = 60
    }
  }

  func compoundBranch(_ compound: Int) -> String { "\(Self.city)/partyOrganisations/compound-\(compound + 1)" }

  /// The branch of an eligible compound (小区党支部).
  func planCompoundBranch(_ compound: Int) -> PlannedRecord<PartyOrganisation> {
    PlannedRecord("compound-\(compound + 1)", at: Self.recordsBegin) {
      $0.division = division(communityID(community(ofCompound: compound)))
      $0.displayName = compoundName(compound) + "党支部"
      $0.kind = .branch
      $0.sphere = .compound
      $0.parentOrganisation = communityOrganisation(community(ofCompound: compound))
      $0.fullMemberCount = Int32(3 + compound % 9)
      $0.links = [
        .with {
          $0.subject = self.compound(compound)
          $0.validFrom = Self.calendarDate(Self.firstDay.advanced(byDays: -200))
        }
      ]
    }
  }

  func gridBranch(_ index: Int) -> String { "\(Self.city)/partyOrganisations/grid-\(index + 1)" }

  /// Grids with a branch of their own (网格党支部).
  var gridBranchCount: Int { scale.planned(200) }

  func planGridBranch(_ index: Int) -> PlannedRecord<PartyOrganisation> {
    PlannedRecord("grid-\(index + 1)", at: Self.recordsBegin) {
      $0.division = division(communityID(community(ofGrid: index)))
      $0.displayName = madeUpName(index) + "网格党支部"
      $0.kind = .branch
      $0.sphere = .grid
      $0.parentOrganisation = communityOrganisation(community(ofGrid: index))
      $0.fullMemberCount = 5
      $0.links = [
        .with {
          $0.subject = grid(index)
          $0.validFrom = Self.calendarDate(Self.firstDay.advanced(byDays: -200))
        }
      ]
    }
  }

  func keyPost(_ project: Int) -> String { "\(Self.city)/keyPosts/manager-\(project + 1)" }

  /// The manager of a project, as a key post of the firm (关键岗位).
  func planKeyPost(_ project: Int) -> PlannedRecord<KeyPost> {
    PlannedRecord("manager-\(project + 1)", at: Self.recordsBegin) {
      $0.division = division(communityID(community(ofCompound: project)))
      $0.validFrom = Self.calendarDate(Self.firstDay.advanced(byDays: -1))
      $0.firm = firm(project % firmCount)
      $0.project = self.project(project)
      $0.post = .projectManager
      $0.holder = Self.person("jining-manager-\(project + 1)", "项目经理")
    }
  }

  /// Holders of key posts on their way into the party (将项目经理、关键岗位负责人作为党员发展对象): of firms with an
  /// organisation.
  var pipelineCount: Int { min(projectCount, scale.planned(280)) }

  /// How far the index-th of them comes during the year, in stages after applicant.
  func stages(ofMember index: Int) -> Int { index % 4 }

  func planMember(_ index: Int) -> PlannedRecord<Member> {
    PlannedRecord("member-\(index + 1)", at: Self.recordsBegin) {
      $0.division = division(communityID(community(ofCompound: index)))
      $0.partyOrganisation = communityOrganisation(community(ofCompound: index))
      $0.person = Self.person("jining-manager-\(index + 1)", "项目经理")
      $0.keyPost = keyPost(index)
      $0.stage = .applicant
      $0.applicationDate = Self.calendarDate(Self.firstDay.advanced(byDays: -30 - index % 300))
    }
  }

  /// When a member reaches a stage: an activist early in the year, a development target a year later.
  func stageDay(ofMember index: Int, _ stage: Int) -> CivilDate {
    let activist = Self.firstDay.advanced(byDays: 1 + index % 14)
    return switch stage {
    case 1: activist
    case 2: activist.advanced(byDays: 366)
    default: activist.advanced(byDays: 371)
    }
  }

  /// Cross appointments of each of the six kinds (交叉任职).
  var appointmentCount: Int { 6 * min(organisedFirmCount, scale.planned(40)) }

  func planAppointment(_ index: Int) -> PlannedRecord<Appointment> {
    let kind = Appointment.Kind(rawValue: Int32(index % 6 + 1))
    let number = index / 6
    let compound = electedCompounds[number % electedCompounds.count]
    let community = community(ofCompound: compound)
    return PlannedRecord("appointment-\(index + 1)", at: Self.morning(Self.lastDay)) {
      $0.validFrom = Self.calendarDate(Self.lastDay)
      $0.kind = kind
      $0.person = Self.person("jining-appointee-\(index + 1)", "")
      $0.basis = "济物党〔2025〕\(number + 1)号"
      $0.division = division(communityID(community))
      switch kind {
      case .partyHeadToCommunity:
        $0.fromOrganisation = "\(Self.city)/partyOrganisations/firm-\(number + 1)"
        $0.toOrganisation = communityOrganisation(community)
        $0.post = "兼职委员"
      case .communityToCommittee:
        $0.fromOrganisation = communityOrganisation(community)
        $0.toOrganisation = committee(compound)
        $0.post = "委员"
      case .supervisorOfFirm:
        $0.fromOrganisation = communityOrganisation(community)
        $0.toOrganisation = firm(number)
        $0.division = division(county(ofFirm: number).id)
        $0.post = "义务监督员"
      case .managerToGridBranch:
        let grid = number % gridBranchCount
        $0.fromOrganisation = project(number % projectCount)
        $0.toOrganisation = gridBranch(grid)
        $0.division = division(communityID(self.community(ofGrid: grid)))
        $0.post = "书记"
      case .gridWorkerToSteward:
        $0.fromOrganisation = grid(number % gridCount)
        $0.toOrganisation = firm(number)
        $0.division = division(county(ofFirm: number).id)
        $0.post = "客服管家"
      default:
        let branch = branchCompounds[number % branchCompounds.count]
        $0.fromOrganisation = project(branch)
        $0.toOrganisation = compoundBranch(branch)
        $0.division = division(communityID(self.community(ofCompound: branch)))
        $0.post = "委员"
      }
    }
  }
}
