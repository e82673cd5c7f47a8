internal import RedSailAPI
internal import RedSailModel

/// Red Sail stations, venues and what happens there (红帆驿站、活动场所).
extension CityPlan {
  var stationCount: Int { scale.planned(PublishedFigure.stations.published) }

  func stationName(_ index: Int) -> String { "\(Self.city)/stations/station-\(index + 1)" }

  /// A station in each of the first grids.
  func station(_ index: Int) -> PlannedRecord<Station> {
    PlannedRecord("station-\(index + 1)", at: Self.recordsBegin) {
      $0.division = division(communityID(community(ofGrid: index)))
      $0.displayName = madeUpName(index) + "红帆驿站"
      $0.validFrom = Self.calendarDate(Self.firstDay.advanced(byDays: -100))
      $0.grid = grid(index)
      $0.partyOrganisation = communityOrganisation(community(ofGrid: index))
      $0.facilities = [.drinkingWater, .charging, .firstAid, .books] + (index % 3 == 0 ? [.meetingRoom] : [.tools])
      // 有党员有领导.
      $0.dutyRoster = (1...5).map { weekday in
        .with {
          $0.weekday = Int32(weekday)
          $0.role = weekday == 1 ? .leader : weekday == 5 ? .volunteer : .partyMember
          $0.person = Self.person("jining-duty-\(index + 1)-\(weekday)", "值班人员")
          $0.hours = "9:00–11:30"
        }
      }
      $0.openingHours = "8:30–20:00"
      $0.volunteerCount = Int32(10 + index % 30)
      $0.takesIssues = true
    }
  }

  var venueCount: Int { scale.planned(400) }

  func venue(_ index: Int) -> PlannedRecord<Venue> {
    let isStation = index.isMultiple(of: 2)
    let community = isStation ? community(ofGrid: index % stationCount) : index % communityCount
    return PlannedRecord("venue-\(index + 1)", at: Self.recordsBegin) {
      $0.division = division(communityID(community))
      $0.displayName = isStation ? "红帆驿站议事室" : "社区党群服务中心多功能厅"
      $0.kind = isStation ? .station : .partyServiceCentre
      $0.station = isStation ? stationName(index % stationCount) : ""
      $0.keeper = communityOrganisation(community)
      $0.capacity = Int32(20 + index % 80)
    }
  }

  var bookingCount: Int { scale.planned(800) }

  /// One booking a day of each venue at most.
  func booking(_ index: Int) -> PlannedRecord<Booking> {
    let (round, venue) = index.quotientAndRemainder(dividingBy: venueCount)
    let planned = self.venue(venue).resource
    let begin = Self.firstDay.advanced(byDays: 20 + round * 3 % 360).start.advanced(bySeconds: 15 * 3_600)
    return PlannedRecord("booking-\(index + 1)", at: begin.advanced(bySeconds: -3 * 86_400)) {
      $0.division = planned.division
      $0.displayName = "业主议事会"
      $0.venue = "\(Self.city)/venues/venue-\(venue + 1)"
      $0.booker = project(index % projectCount)
      $0.startTime = Self.timestamp(begin)
      $0.endTime = Self.timestamp(begin.advanced(bySeconds: 2 * 3_600))
    }
  }
}
