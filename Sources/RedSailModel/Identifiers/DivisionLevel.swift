/// The level of an administrative division (行政区划) that RedSail keeps.
public enum DivisionLevel: Int32, Sendable, Hashable, CaseIterable {
  /// Prefecture-level city (市), 6 digits ending in 00.
  case city = 1
  /// County, district or county-level city (县、区、县级市), 6 digits.
  case county = 2
  /// Street or town (街道、镇、乡), 9 digits.
  case street = 3
  /// Community or village (社区、村), 12 digits.
  case community = 4
}
