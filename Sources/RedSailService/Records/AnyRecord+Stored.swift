internal import RedSailAPI

extension AnyRecord.Resource {
  /// The record, whatever its kind.
  var stored: any StoredResource {
    switch self {
    case .division(let record): record
    case .grid(let record): record
    case .compound(let record): record
    case .firm(let record): record
    case .partyOrganisation(let record): record
    case .instructorAssignment(let record): record
    case .project(let record): record
    case .receptionDay(let record): record
    case .serviceArea(let record): record
    case .building(let record): record
    case .unit(let record): record
    case .contract(let record): record
    case .keyPost(let record): record
    case .appointment(let record): record
    case .member(let record): record
    case .committee(let record): record
    case .election(let record): record
    case .candidate(let record): record
    case .ownersVote(let record): record
    case .rectification(let record): record
    case .station(let record): record
    case .venue(let record): record
    case .booking(let record): record
    case .honour(let record): record
    case .programme(let record): record
    case .satisfactionSurvey(let record): record
    case .policyDocument(let record): record
    case .dutyList(let record): record
    case .disclosure(let record): record
    case .renovationProject(let record): record
    case .takeover(let record): record
    case .subsidy(let record): record
    case .inspection(let record): record
    case .hazard(let record): record
    case .chargingFacility(let record): record
    case .hotlineTotal(let record): record
    case .parameter(let record): record
    case .holidayCalendar(let record): record
    case .serviceLevelRule(let record): record
    case .indicator(let record): record
    case .attachment(let record): record
    case .ticket(let record): record
    case .succession(let record): record
    }
  }
}
