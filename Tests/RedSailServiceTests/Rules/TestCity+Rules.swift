internal import Foundation
internal import ProtobufRuntime
internal import RPCCore
internal import RedSailAPI

extension TestCity {
  static let rizhao = "cities/371100"

  var rules: RuleServiceClient { RuleServiceClient(channel) }

  /// Records 日照 beside 济宁: the city and a county.
  func addRizhao() async throws {
    _ = try await divisions.createCity(
      .with {
        $0.cityID = "371100"
        $0.city = .with { $0.displayName = "日照市" }
      }
    )
    for (code, level) in [("371100", Division.Level.city), ("371102", .county)] {
      _ = try await divisions.createDivision(
        .with {
          $0.parent = Self.rizhao
          $0.divisionID = code
          $0.division = .with {
            $0.code = code
            $0.level = level
            $0.displayName = "区划 \(code)"
            $0.parentDivision = level == .city ? "" : "\(Self.rizhao)/divisions/371100"
          }
        }
      )
    }
  }

  /// Loads a value of a parameter.
  @discardableResult
  func load(
    _ key: String,
    _ value: ParameterValue.Kind,
    in division: String,
    from: String? = nil,
    to: String? = nil,
    _ change: (inout Parameter) -> Void = { _ in }
  ) async throws -> Parameter {
    var parameter = Parameter.with {
      $0.division = division
      $0.key = key
      $0.value = .with { $0.kind = value }
      $0.source = "济政发〔2026〕1号"
      $0.validFrom = from.map { CalendarDate($0) }
      $0.validTo = to.map { CalendarDate($0) }
    }
    change(&parameter)
    return try await rules.createParameter(
      .with {
        $0.parent = String(division.prefix(13))
        $0.parameter = parameter
      }
    )
  }

  /// Loads how long handling may take.
  @discardableResult
  func allow(
    _ category: String,
    in division: String,
    days: Int32 = 0,
    hours: Int32 = 0,
    from: String? = nil,
    to: String? = nil
  ) async throws -> ServiceLevelRule {
    try await rules.createServiceLevelRule(
      .with {
        $0.parent = String(division.prefix(13))
        $0.serviceLevelRule = .with {
          $0.division = division
          $0.category = category
          $0.workingDays = days
          $0.clockHours = hours
          $0.source = "济宁市12345工单办理规范"
          $0.validFrom = from.map { CalendarDate($0) }
          $0.validTo = to.map { CalendarDate($0) }
        }
      }
    )
  }

  /// Loads the arrangement of a year.
  @discardableResult
  func arrange(
    _ year: Int32,
    holidays: [String],
    workingDays: [String],
    in city: String = name
  ) async throws -> HolidayCalendar {
    try await rules.createHolidayCalendar(
      .with {
        $0.parent = city
        $0.holidayCalendar = .with {
          $0.division = "\(city)/divisions/\(city.suffix(6))"
          $0.year = year
          $0.holidays = holidays.map { CalendarDate($0) }
          $0.workingDays = workingDays.map { CalendarDate($0) }
          $0.source = "国办发明电〔2026〕9号"
        }
      }
    )
  }

  /// The values of some parameters.
  func resolve(_ keys: String..., in division: String = county, on date: String? = nil) async throws
    -> ResolveParametersResponse
  {
    try await rules.resolveParameters(
      .with {
        $0.parent = String(division.prefix(13))
        $0.division = division
        $0.date = date.map { CalendarDate($0) }
        $0.keys = keys
      }
    )
  }
}
