/// A county, district, county-level city or zone of Jining (县市区、功能区).
struct County {
  /// The division's id: the national code, or the id of a zone that has none.
  let id: String
  let displayName: String
  /// The six digits with which the codes of its streets begin. A zone's streets keep the code of the district that the
  /// zone was taken from: zones do not follow the prefix rule.
  let streetPrefix: String
  /// The first number of its streets below that prefix.
  let firstStreet: Int

  /// Whether it has no code of the National Bureau of Statistics and stands under the city's own scheme.
  var isZone: Bool { id != streetPrefix && firstStreet > 1 }

  /// The counties and zones of Jining: eleven by the national codes of 2023, a statistical zone, and two
  /// zones without a code.
  static let all = [
    County("370811", "任城区"), County("370812", "兖州区"), County("370826", "微山县"), County("370827", "鱼台县"),
    County("370828", "金乡县"), County("370829", "嘉祥县"), County("370830", "汶上县"), County("370831", "泗水县"),
    County("370832", "梁山县"), County("370881", "曲阜市"), County("370883", "邹城市"), County("370871", "高新区"),
    County(zone: "taibaihu", "太白湖新区", under: "370811", from: 801),
    County(zone: "jingkai", "济宁经开区", under: "370829", from: 801),
  ]

  private init(_ code: String, _ displayName: String) {
    self.id = code
    self.displayName = displayName
    self.streetPrefix = code
    self.firstStreet = 1
  }

  private init(zone id: String, _ displayName: String, under prefix: String, from firstStreet: Int) {
    self.id = id
    self.displayName = displayName
    self.streetPrefix = prefix
    self.firstStreet = firstStreet
  }
}
