/// The credit grade of a property firm (物业服务企业信用等级).
public enum CreditGrade: Int32, Sendable, Hashable, CaseIterable {
  /// AAA.
  case aaa = 1
  /// AA.
  case aa = 2
  /// A.
  case a = 3
  /// B.
  case b = 4
  /// C.
  case c = 5

  /// The grade of a score.
  ///
  /// - Parameters:
  ///   - hundredths: The score in hundredths of a point, for scores are published with decimals.
  ///   - hasAdverseRecords: Whether the firm has adverse records (不良信用信息). Shandong grades a firm below B's
  ///     threshold C only where it has; without any it stays at B.
  ///   - table: The city's table.
  ///   - divisions: The division and its explicit parents, nearest first, up to the city.
  ///   - day: The day to judge.
  public init(
    hundredths: Int,
    hasAdverseRecords: Bool = true,
    _ table: RuleTable = .shipped,
    divisions: [String],
    on day: CivilDate
  ) {
    let thresholds: [(RuleParameter, CreditGrade)] = [
      (.creditGradeAAA, .aaa), (.creditGradeAA, .aa), (.creditGradeA, .a), (.creditGradeB, .b),
    ]
    let reached = thresholds.first { parameter, _ in
      hundredths >= 100 * table.resolve(parameter, divisions: divisions, on: day).integer
    }
    self = reached?.1 ?? (hasAdverseRecords ? .c : .b)
  }
}
