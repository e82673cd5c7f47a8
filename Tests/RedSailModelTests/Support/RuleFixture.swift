internal import RedSailModel

/// The chains of a street in Jining (济阳街道) and one in Rizhao (日照街道).
enum RuleFixture {
  static let jining = ["370811012", "370811", "370800"]
  static let rizhao = ["371102001", "371102", "371100"]

  static func day(_ text: String) throws -> CivilDate { try CivilDate(text) }

  static func period(_ from: String?, _ to: String?) throws -> DatePeriod {
    try DatePeriod(from: from.map { try CivilDate($0) }, to: to.map { try CivilDate($0) })
  }

  static func value(
    _ parameter: RuleParameter,
    _ value: Int,
    _ division: String,
    from: String? = nil,
    to: String? = nil
  ) throws -> RuleValue {
    try RuleValue(parameter, .integer(value), division: division, period: period(from, to), source: "test")
  }
}
