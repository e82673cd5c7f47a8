internal import RedSailAPI
internal import RedSailModel

extension CityPlan {
  func firm(_ index: Int) -> String { "\(Self.city)/firms/\(creditCodes[index])" }

  func county(ofFirm index: Int) -> County { County.all[index % County.all.count] }

  /// A credit code that no registry gave out: three random symbols, three that number the firm, and the right check
  /// character.
  static func creditCode(ofFirm index: Int) throws(CreditCodeError) -> String {
    var random = SeededRandom("credit-code", index)
    let alphabet = Array(CreditCode.alphabet)
    var serial: [Character] = []
    for _ in 0..<3 { serial.append(random.pick(alphabet)) }
    var rest = index
    for _ in 0..<3 {
      serial.append(alphabet[rest % alphabet.count])
      rest /= alphabet.count
    }
    let county = County.all[index % County.all.count]
    return try CreditCode.completing("91\(county.streetPrefix)MA3\(String(serial))").text
  }

  func createFirm(_ index: Int) -> CreateFirmRequest {
    .with {
      $0.parent = Self.city
      $0.firmID = creditCodes[index]
      $0.firm = .with {
        $0.division = division(county(ofFirm: index).id)
        $0.displayName = "济宁\(madeUpName(index))物业服务有限公司"
        $0.shortName = madeUpName(index) + "物业"
        $0.creditScore = Int32(62 + index * 7 % 37)
        $0.creditDate = Self.calendarDate(Self.firstDay.advanced(byDays: -10))
        // 成立济宁市物业管理服务协会; three of four firms belong to it.
        if index % 4 != 3 {
          $0.associationMemberships = [
            .with {
              $0.association = "济宁市物业管理服务协会"
              $0.validFrom = Self.day(2_024, 1, 1)
            }
          ]
        }
      }
      $0.requestID = RequestID.of("firm", index)
      $0.eventTime = Self.timestamp(Self.recordsBegin)
    }
  }

  /// The industry committee of the city (0) or of a county (from 1) (市、县两级物业服务行业党委).
  func createIndustryCommittee(_ index: Int) -> CreatePartyOrganisationRequest {
    let county = index == 0 ? nil : County.all[index - 1]
    let place = (id: county?.id ?? "370800", name: county?.displayName ?? "济宁市")
    return .with {
      $0.parent = Self.city
      $0.partyOrganisationID = "industry-\(place.id)"
      $0.partyOrganisation = .with {
        $0.division = division(place.id)
        $0.displayName = "\(place.name)物业服务行业党委"
        $0.kind = .committee
        $0.sphere = .industry
        $0.parentOrganisation = index == 0 ? "" : industryCommittee(of: "370800")
        $0.fullMemberCount = 120
      }
      $0.requestID = RequestID.of("industry-committee", index)
      $0.eventTime = Self.timestamp(Self.recordsBegin)
    }
  }

  /// The party organisation of a firm, one of the first `organisedFirmCount`.
  func createFirmOrganisation(_ index: Int) -> CreatePartyOrganisationRequest {
    let subject = firm(index)
    var random = SeededRandom("firm-organisation", index)
    let established = Self.calendarDate(Self.firstDay.advanced(byDays: -random.pick(30..<2_000)))
    return .with {
      $0.parent = Self.city
      $0.partyOrganisationID = "firm-\(index + 1)"
      $0.partyOrganisation = .with {
        $0.division = division(county(ofFirm: index).id)
        $0.displayName = "\(madeUpName(index))物业党支部"
        $0.kind = .branch
        $0.sphere = .firm
        $0.parentOrganisation = industryCommittee(of: county(ofFirm: index).id)
        $0.validFrom = established
        $0.fullMemberCount = Int32(random.pick(3..<30))
        $0.links = [
          .with {
            $0.subject = subject
            $0.validFrom = established
          }
        ]
      }
      $0.requestID = RequestID.of("firm-organisation", index)
      $0.eventTime = Self.timestamp(Self.recordsBegin)
    }
  }

  /// The instructor of a firm without an organisation; `index` counts from the first of them.
  func createInstructorAssignment(_ index: Int) -> CreateInstructorAssignmentRequest {
    let subject = firm(organisedFirmCount + index)
    let street = index % streetCount
    return .with {
      $0.parent = Self.city
      $0.instructorAssignmentID = "instructor-\(index + 1)"
      $0.instructorAssignment = .with {
        $0.division = division(streetID(street))
        $0.firm = subject
        $0.validFrom = Self.calendarDate(Self.firstDay.advanced(byDays: -1))
        $0.instructor = .with {
          $0.reference = "jining-instructor-\(index + 1)"
          $0.duty = "党建指导员"
          $0.organisation = "街道党工委"
        }
      }
      $0.requestID = RequestID.of("instructor", index)
      $0.eventTime = Self.timestamp(Self.recordsBegin)
    }
  }

  private func industryCommittee(of division: String) -> String {
    "\(Self.city)/partyOrganisations/industry-\(division)"
  }
}
