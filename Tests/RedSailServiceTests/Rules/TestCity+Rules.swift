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
}
