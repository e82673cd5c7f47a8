internal import RedSailModel
internal import Testing

@Suite("Subsidies: applied, approved or refused, paid")
struct SubsidyMachineTests {
  static let table = ProcessTable<SubsidyState>(
    """
    state    APPROVE REFUSE PAY
    APPLIED  x       x      .
    APPROVED .       .      x
    REFUSED  .       .      .
    PAID     .       .      .
    """
  )

  let machine = SubsidyMachine()
  let day: CivilDate

  init() throws {
    day = try CivilDate("2025-06-30")
  }

  /// 1,000.00 applied for; later 800.00 approved; later all or a part of it paid.
  private func subsidy(_ state: SubsidyState, paid: Int64 = 0) -> SubsidySnapshot {
    SubsidySnapshot(
      state: state,
      applicant: "firm",
      applied: 100_000,
      approved: state == .applied || state == .refused ? 0 : 80_000,
      paid: state == .paid ? 80_000 : paid,
      lastEvent: day
    )
  }

  private func condition(_ command: SubsidyCommand, _ state: SubsidyState, on day: CivilDate) -> SubsidyCondition? {
    do throws(SubsidyMachine.Refusal) {
      _ = try machine.apply(command, to: subsidy(state), on: day)
      return nil
    } catch {
      return error.condition
    }
  }

  @Test func `each action is done or refused as the table says`() {
    for cell in Self.table.cells {
      let command: SubsidyCommand =
        switch cell.action {
        case .approve: .approve(by: "county", amount: 80_000)
        case .refuse: .refuse(by: "county", reason: "不符合条件")
        case .pay: .pay(amount: 1)
        }
      do throws(SubsidyMachine.Refusal) {
        _ = try machine.apply(command, to: subsidy(cell.state), on: day)
        #expect(cell.isAllowed, "\(cell.action) when \(cell.state)")
      } catch {
        #expect(!cell.isAllowed, "\(error)")
        #expect(error.condition == nil)
        #expect(error.allowingStates == Self.table.states(allowing: cell.action))
      }
    }
  }

  @Test func `the approver is never the applicant`() {
    #expect(condition(.approve(by: "firm", amount: 1), .applied, on: day) == .applicantDecides("firm"))
    #expect(condition(.refuse(by: "firm", reason: "x"), .applied, on: day) == .applicantDecides("firm"))
    #expect(condition(.refuse(by: "county", reason: ""), .applied, on: day) == .reasonMissing)
  }

  @Test func `paid is no more than approved, and approved no more than applied for`() throws {
    #expect(condition(.approve(by: "county", amount: 100_000), .applied, on: day) == nil)
    #expect(
      condition(.approve(by: "county", amount: 100_001), .applied, on: day) == .amount(came: 100_001, limit: 100_000)
    )
    #expect(condition(.approve(by: "county", amount: 0), .applied, on: day) == .amount(came: 0, limit: 100_000))
    #expect(condition(.pay(amount: 80_000), .approved, on: day) == nil)
    #expect(condition(.pay(amount: 80_001), .approved, on: day) == .amount(came: 80_001, limit: 80_000))
    #expect(condition(.pay(amount: -1), .approved, on: day) == .amount(came: -1, limit: 80_000))
    let part = try machine.apply(.pay(amount: 30_000), to: subsidy(.approved), on: day)
    #expect(part == subsidy(.approved, paid: 30_000))
    let error = #expect(throws: SubsidyMachine.Refusal.self) {
      try machine.apply(.pay(amount: 50_001), to: part, on: day)
    }
    #expect(error?.condition == .amount(came: 50_001, limit: 50_000))
    #expect(try machine.apply(.pay(amount: 50_000), to: part, on: day) == subsidy(.paid))
    let before = day.advanced(byDays: -1)
    #expect(condition(.pay(amount: 1), .approved, on: before) == .beforeLast(day: before, last: day))
  }
}
