internal import RedSailAPI
internal import RedSailModel

extension CityPlan {
  func compound(_ index: Int) -> String { "\(Self.city)/compounds/compound-\(index + 1)" }

  func project(_ index: Int) -> String { "\(Self.city)/projects/project-\(index + 1)" }

  func community(ofCompound index: Int) -> Int { index % communityCount }

  func createCompound(_ index: Int) -> CreateCompoundRequest {
    let facts = CompoundFacts(index)
    return .with {
      $0.parent = Self.city
      $0.compoundID = "compound-\(index + 1)"
      $0.compound = .with {
        $0.division = division(communityID(community(ofCompound: index)))
        $0.displayName = compoundName(index)
        $0.grid = grid(community(ofCompound: index))
        $0.buildYear = Int32(facts.builtYear)
        $0.householdCount = Int32(facts.householdCount)
        $0.areaHundredths = facts.areaHundredths
        $0.oldCompound = facts.builtYear < 2_001
        $0.branchEligible = facts.isBranchEligible
        $0.externalIDs = [
          .with {
            $0.sourceSystem = "jining-housing"
            $0.id = "C\(index + 1)"
          }
        ]
      }
      $0.requestID = RequestID.of("compound", index)
      $0.eventTime = Self.timestamp(Self.recordsBegin)
    }
  }

  func createProject(_ index: Int) -> CreateProjectRequest {
    let firm = firm(index % firmCount)
    let began = Self.calendarDate(Self.firstDay.advanced(byDays: -1))
    return .with {
      $0.parent = Self.city
      $0.projectID = "project-\(index + 1)"
      $0.project = .with {
        $0.division = division(communityID(community(ofCompound: index)))
        $0.displayName = madeUpName(index) + "项目"
        $0.validFrom = began
        $0.firm = firm
        $0.compounds = [compound(index)]
        $0.managerTerms = [
          .with {
            $0.manager = Self.person("jining-manager-\(index + 1)", "项目经理")
            $0.validFrom = began
          }
        ]
      }
      $0.requestID = RequestID.of("project", index)
      $0.eventTime = Self.timestamp(Self.recordsBegin)
    }
  }

  static func person(_ reference: String, _ duty: String) -> PersonReference {
    .with {
      $0.reference = reference
      $0.duty = duty
    }
  }
}
