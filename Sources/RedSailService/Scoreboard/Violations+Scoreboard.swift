internal import RedSailAPI
internal import RedSailModel

/// Checks of a request for the scoreboard; each notes what it finds.
extension Violations {
  /// The city whose scoreboard is asked for.
  mutating func scoreboardCity(_ name: String) -> ResourceName? {
    guard !name.isEmpty else {
      missing("name")
      return nil
    }
    let suffix = "/scoreboard"
    guard name.hasSuffix(suffix), let city = ResourceType.city.parse(String(name.dropLast(suffix.count))) else {
      add(
        "name",
        .invalidName,
        LocalizedText("expected cities/{city}\(suffix), came '\(name)'", "资源名应为 cities/{city}\(suffix)，实为“\(name)”")
      )
      return nil
    }
    return city
  }

  /// The share of the city that is stored; nil where the request leaves it to the city's record.
  mutating func scale(_ scale: Double) -> DemonstrationScale? {
    if scale == 0 { return nil }
    let millionths = (scale * 1_000_000).rounded()
    if (1...1_000_000).contains(millionths), let scale = DemonstrationScale(millionths: Int(millionths)) {
      return scale
    }
    add(
      "scale",
      .invalidField,
      LocalizedText("expected 0.005 to 1, or 0 for the city's own, came \(scale)", "比例应为 0.005 至 1，0 表示按城市设定")
    )
    return nil
  }
}

extension City.Demonstration {
  /// The share of the city that was played.
  var scale: DemonstrationScale? { DemonstrationScale(millionths: Int(scaleMillionths)) }
}

extension DemonstrationScale {
  /// A scale in millionths; nil outside those that may be asked for.
  fileprivate init?(millionths: Int) {
    let digits = String(max(millionths, 0) % 1_000_000)
    let decimals = String(repeating: "0", count: 6 - digits.count) + digits
    guard let scale = try? DemonstrationScale("\(millionths / 1_000_000).\(decimals)") else { return nil }
    self = scale
  }
}
