internal import RedSailModel
internal import Testing

@Suite("Renovation projects: no approval before a way of property management is decided")
struct RenovationMachineTests {
  static let table = ProcessTable<RenovationState>(
    """
    state        DECIDE_MODE APPROVE START COMPLETE CANCEL
    PLANNED      x           .       .     .        x
    MODE_DECIDED x           x       .     .        x
    APPROVED     .           .       x     .        x
    UNDERWAY     .           .       .     x        .
    COMPLETED    .           .       .     .        .
    CANCELLED    .           .       .     .        .
    """
  )

  let machine = RenovationMachine()
  let day: CivilDate

  init() throws {
    day = try CivilDate("2025-06-30")
  }

  @Test func `each action is done or refused as the table says`() {
    for cell in Self.table.cells {
      let command: RenovationCommand =
        switch cell.action {
        case .decideMode: .decideMode(.professional, decision: "业主大会决定")
        case .approve: .approve
        case .start: .start
        case .complete: .complete
        case .cancel: .cancel(reason: "列入拆迁")
        }
      do throws(RenovationMachine.Refusal) {
        _ = try machine.apply(command, to: RenovationSnapshot(state: cell.state, lastEvent: day), on: day)
        #expect(cell.isAllowed, "\(cell.action) when \(cell.state)")
      } catch {
        #expect(!cell.isAllowed, "\(error)")
        #expect(error.condition == nil)
        #expect(error.allowingStates == Self.table.states(allowing: cell.action))
      }
    }
  }

  @Test func `a refused approval says what is missing in both languages`() throws {
    let error = #expect(throws: RenovationMachine.Refusal.self) {
      try machine.apply(.approve, to: RenovationSnapshot(lastEvent: day), on: day)
    }
    #expect(
      error?.english
        == "APPROVE when PLANNED: the state allows DECIDE_MODE, CANCEL; APPROVE is allowed when MODE_DECIDED"
    )
    #expect(error?.chinese == "当前状态为已计划，不能批准；当前可以：确定物业管理模式、取消")
  }

  @Test func `a project walks to its completion and keeps the last mode decided`() throws {
    var project = RenovationSnapshot(lastEvent: day)
    for command: RenovationCommand in [
      .decideMode(.selfManaged, decision: "一次表决"), .decideMode(.professional, decision: "二次表决"), .approve, .start,
      .complete,
    ] {
      project = try machine.apply(command, to: project, on: day)
    }
    #expect(project == RenovationSnapshot(state: .completed, mode: .professional, lastEvent: day))
  }

  @Test func `conditions`() {
    func condition(_ command: RenovationCommand, on day: CivilDate) -> RenovationCondition? {
      do throws(RenovationMachine.Refusal) {
        _ = try machine.apply(command, to: RenovationSnapshot(lastEvent: self.day), on: day)
        return nil
      } catch {
        return error.condition
      }
    }
    let before = day.advanced(byDays: -1)
    #expect(condition(.decideMode(.community, decision: " "), on: day) == .decisionMissing)
    #expect(condition(.cancel(reason: ""), on: day) == .reasonMissing)
    #expect(condition(.cancel(reason: "x"), on: before) == .beforeLast(day: before, last: day))
  }
}
