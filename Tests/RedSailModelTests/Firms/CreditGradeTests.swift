internal import RedSailModel
internal import Testing

@Suite("Credit grades (Shandong)")
struct CreditGradeTests {
  @Test(arguments: [
    (12_000, CreditGrade.aaa), (8_500, .aaa), (8_499, .aa), (8_000, .aa), (7_999, .a), (7_000, .a), (6_999, .b),
    (6_000, .b), (5_999, .c), (0, .c), (-500, .c),
  ])
  func `the grade of a score`(hundredths: Int, grade: CreditGrade) throws {
    let day = try CivilDate("2025-06-30")
    #expect(CreditGrade(hundredths: hundredths, divisions: RuleFixture.jining, on: day) == grade)
  }

  @Test func `below sixty without adverse records is B`() throws {
    let day = try CivilDate("2025-06-30")
    let grade = CreditGrade(hundredths: 1_000, hasAdverseRecords: false, divisions: RuleFixture.jining, on: day)
    #expect(grade == .b)
  }

  @Test func `thresholds are parameters`() throws {
    let day = try CivilDate("2025-06-30")
    let table = try RuleTable([RuleFixture.value(.creditGradeAAA, 90, "370800")])
    #expect(CreditGrade(hundredths: 8_900, table, divisions: RuleFixture.jining, on: day) == .aa)
    #expect(CreditGrade(hundredths: 8_900, table, divisions: RuleFixture.rizhao, on: day) == .aaa)
  }
}
