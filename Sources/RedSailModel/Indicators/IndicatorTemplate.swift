/// A node of an indicator tree that a city may load through the API (指标体系模板).
public struct IndicatorTemplate: Sendable, Hashable {
  /// Who is responsible (责任主体); the raw values are those of the schema.
  public enum Role: Int32, Sendable, Hashable {
    /// The department in charge (行业主管部门).
    case department = 1
    /// The street (街道).
    case street = 2
    /// The community (社区).
    case community = 3
    /// The firm (物业企业).
    case firm = 4
  }

  /// What a leaf is measured by and has to reach.
  public struct Measure: Sendable, Hashable {
    /// The report's key.
    public let report: String
    /// The figure of the report.
    public let figure: String
    /// The least value to reach.
    public let least: Double
    /// The value's unit.
    public let unit: String
  }

  /// The code in the tree.
  public let code: String
  /// The code of the node above; nil for the root.
  public let parent: String?
  /// The place among its siblings, from 1.
  public let position: Int32
  /// The name as the article has it.
  public let name: String
  /// What measures it; nil for a branch.
  public let measure: Measure?
  /// Who is responsible.
  public let roles: [Role]
}
