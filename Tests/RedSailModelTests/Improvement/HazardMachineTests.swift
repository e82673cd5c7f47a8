internal import RedSailModel
internal import Testing

@Suite("Hazards: found, ordered, remedied, verified")
struct HazardMachineTests {
  static let table = ProcessTable<HazardState>(
    """
    state    ORDER REMEDY VERIFY REJECT
    FOUND    x     .      .      .
    ORDERED  .     x      .      .
    REMEDIED .     .      x      x
    VERIFIED .     .      .      .
    """
  )

  let machine = HazardMachine()
  let day: CivilDate

  init() throws {
    day = try CivilDate("2025-06-30")
  }

  private func hazard(_ state: HazardState) -> HazardSnapshot {
    HazardSnapshot(state: state, due: day, remediedBy: state == .remedied ? "firm" : nil, lastEvent: day)
  }

  private func condition(_ command: HazardCommand, _ state: HazardState, on day: CivilDate) -> HazardCondition? {
    do throws(HazardMachine.Refusal) {
      _ = try machine.apply(command, to: hazard(state), on: day)
      return nil
    } catch {
      return error.condition
    }
  }

  private func command(_ action: HazardAction) -> HazardCommand {
    switch action {
    case .order: .order(due: day)
    case .remedy: .remedy(by: "firm")
    case .verify: .verify(by: "street")
    case .reject: .reject(by: "street", due: day)
    }
  }

  @Test func `each action is done or refused as the table says`() {
    for cell in Self.table.cells {
      do throws(HazardMachine.Refusal) {
        _ = try machine.apply(command(cell.action), to: hazard(cell.state), on: day)
        #expect(cell.isAllowed, "\(cell.action) when \(cell.state)")
      } catch {
        #expect(!cell.isAllowed, "\(error)")
        #expect(error.condition == nil)
        #expect(error.allowedActions == Self.table.allowed[cell.state])
        #expect(error.allowingStates == Self.table.states(allowing: cell.action))
      }
    }
  }

  @Test func `a hazard is overdue from the day after its last day until it is remedied`() throws {
    let due = try CivilDate("2025-07-10")
    let found = HazardSnapshot(lastEvent: day)
    #expect(!found.isOverdue(on: due.advanced(byDays: 1)))
    let ordered = try machine.apply(.order(due: due), to: found, on: day)
    #expect(!ordered.isOverdue(on: due))
    #expect(ordered.isOverdue(on: due.advanced(byDays: 1)))
    let remedied = try machine.apply(.remedy(by: "firm"), to: ordered, on: due.advanced(byDays: 5))
    #expect(!remedied.isOverdue(on: due.advanced(byDays: 6)))
    #expect(remedied.remedied == due.advanced(byDays: 5))
    let again = try machine.apply(
      .reject(by: "street", due: due.advanced(byDays: 20)),
      to: remedied,
      on: due.advanced(byDays: 6)
    )
    #expect(again.state == .ordered)
    #expect(again.remedied == nil)
    #expect(again.remediedBy == nil)
    #expect(!again.isOverdue(on: due.advanced(byDays: 20)))
    #expect(again.isOverdue(on: due.advanced(byDays: 21)))
  }

  @Test func `conditions`() {
    let before = day.advanced(byDays: -1)
    #expect(condition(.order(due: before), .found, on: day) == .dueBefore(due: before, order: day))
    #expect(condition(.verify(by: "firm"), .remedied, on: day) == .remedierVerifies("firm"))
    #expect(condition(.verify(by: "street"), .remedied, on: day) == nil)
    #expect(condition(.reject(by: "firm", due: day), .remedied, on: day) == .remedierVerifies("firm"))
    #expect(condition(.reject(by: "street", due: before), .remedied, on: day) == .dueBefore(due: before, order: day))
    #expect(condition(.remedy(by: "firm"), .ordered, on: before) == .beforeLast(day: before, last: day))
  }
}
