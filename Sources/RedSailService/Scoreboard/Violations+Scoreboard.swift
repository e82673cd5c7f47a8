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

  /// The share of the city that is stored; 0 stands for the whole.
  mutating func scale(_ scale: Double) -> DemonstrationScale {
    if scale == 0 { return .whole }
    if let scale = DemonstrationScale(fraction: scale) { return scale }
    add(
      "scale",
      .invalidField,
      LocalizedText("expected 0.005 to 1, or 0 for the whole, came \(scale)", "比例应为 0.005 至 1，0 表示全部")
    )
    return .whole
  }
}

extension DemonstrationScale {
  /// The scale nearest to a fraction; nil outside the scales that may be asked for.
  fileprivate init?(fraction: Double) {
    guard fraction > 0, fraction <= 1 else { return nil }
    let millionths = Int((fraction * 1_000_000).rounded())
    let decimals = String(millionths % 1_000_000)
    let padded = String(repeating: "0", count: 6 - decimals.count) + decimals
    guard let scale = try? DemonstrationScale("\(millionths / 1_000_000).\(padded)") else { return nil }
    self = scale
  }
}
