internal import RPCCore
internal import RedSailAPI

/// Rules as data (规则参数): parameters by division and period, working calendars, service levels.
struct RuleHandlers: RuleService {
  let environment: ServiceEnvironment
  let parameters: StandardMethods<Parameter>
  let holidayCalendars: StandardMethods<HolidayCalendar>
  let serviceLevelRules: StandardMethods<ServiceLevelRule>

  init(_ environment: ServiceEnvironment) {
    self.environment = environment
    parameters = StandardMethods(environment: environment)
    holidayCalendars = StandardMethods(environment: environment)
    serviceLevelRules = StandardMethods(environment: environment)
  }
}
