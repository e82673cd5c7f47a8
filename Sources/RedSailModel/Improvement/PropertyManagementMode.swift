/// How an old compound is managed after its renovation (物业管理模式), decided before the renovation is approved.
public enum PropertyManagementMode: Int32, Sendable, Hashable, CaseIterable {
  /// A professional firm (专业化物业服务).
  case professional = 1
  /// The street or community as a fallback (街道社区托底).
  case community = 2
  /// The owners themselves (业主自治).
  case selfManaged = 3
  /// The unit that owns or built the housing (产权单位管理).
  case ownerUnit = 4
}
