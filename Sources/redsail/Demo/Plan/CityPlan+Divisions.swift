internal import RedSailAPI

extension CityPlan {
  func createCity() -> CreateCityRequest {
    .with {
      $0.cityID = "370800"
      $0.city = .with {
        $0.displayName = "济宁市"
        $0.demonstration = .with {
          $0.scaleMillionths = Int32(scale.millionths)
          $0.asOfDate = Self.calendarDate(Self.lastDay)
        }
      }
      $0.requestID = RequestID.of("city", 0)
      $0.eventTime = Self.timestamp(Self.recordsBegin)
    }
  }

  /// The division of the city itself, the root of all others.
  func createRoot() -> CreateDivisionRequest {
    createDivision("root", 0, id: "370800", parent: nil, displayName: "济宁市", level: .city)
  }

  func createCounty(_ index: Int) -> CreateDivisionRequest {
    let county = County.all[index]
    return createDivision(
      "county",
      index,
      id: county.id,
      parent: "370800",
      displayName: county.displayName,
      level: .county,
      scheme: county.isZone ? "jining-zones" : ""
    )
  }

  func createStreet(_ index: Int) -> CreateDivisionRequest {
    createDivision(
      "street",
      index,
      id: streetID(index),
      parent: county(ofStreet: index).id,
      displayName: index == 0 ? "济阳街道" : madeUpName(index) + (index % 3 == 0 ? "镇" : "街道"),
      level: .street
    )
  }

  func createCommunity(_ index: Int) -> CreateDivisionRequest {
    createDivision(
      "community",
      index,
      id: communityID(index),
      parent: streetID(street(ofCommunity: index)),
      displayName: madeUpName(index) + "社区",
      level: .community
    )
  }

  func createGrid(_ index: Int) -> CreateGridRequest {
    .with {
      $0.parent = Self.city
      $0.gridID = gridID(index)
      $0.grid = .with {
        $0.division = division(communityID(community(ofGrid: index)))
        $0.displayName = madeUpName(index) + "庭院网格"
        $0.scheme = "jining-grids"
        $0.code = "JN\(index + 1)"
      }
      $0.requestID = RequestID.of("grid", index)
      $0.eventTime = Self.timestamp(Self.recordsBegin)
    }
  }

  func county(ofStreet index: Int) -> County { County.all[index % County.all.count] }

  func street(ofCommunity index: Int) -> Int { index % streetCount }

  func community(ofGrid index: Int) -> Int { index % communityCount }

  /// The first is 济阳街道, whose code is real; the others of its district are numbered around it.
  func streetID(_ index: Int) -> String {
    if index == 0 { return "370811012" }
    let county = county(ofStreet: index)
    var number = county.firstStreet + index / County.all.count
    if county.id == "370811" { number += number - 1 >= 12 ? 0 : -1 }
    return county.streetPrefix + padded(number)
  }

  func communityID(_ index: Int) -> String {
    streetID(street(ofCommunity: index)) + padded(index / streetCount + 1)
  }

  func gridID(_ index: Int) -> String { "jn-\(index + 1)" }

  func grid(_ index: Int) -> String { "\(Self.city)/grids/\(gridID(index))" }

  private func padded(_ number: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, 3 - digits.count)) + digits
  }

  private func createDivision(
    _ kind: StaticString,
    _ index: Int,
    id: String,
    parent: String?,
    displayName: String,
    level: Division.Level,
    scheme: String = ""
  ) -> CreateDivisionRequest {
    .with {
      $0.parent = Self.city
      $0.divisionID = id
      $0.division = .with {
        $0.parentDivision = parent.map(division) ?? ""
        $0.displayName = displayName
        $0.level = level
        $0.scheme = scheme
        $0.code = id
      }
      $0.requestID = RequestID.of(kind, index)
      $0.eventTime = Self.timestamp(Self.recordsBegin)
    }
  }
}
