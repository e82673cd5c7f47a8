/// How an old compound is managed after its renovation (物业管理模式), decided before the renovation is approved; the raw values
/// are those of the schema.
public enum PropertyManagementMode: Int32, Sendable, Hashable, CaseIterable {
  /// A professional firm (专业化物业服务).
  case professional = 1
  /// The community (社区托管).
  case community = 2
  /// The owners themselves (业主自治).
  case selfManaged = 3
  /// A state-owned firm of the county, as a fallback (国有企业兜底).
  case stateFirm = 4
}
