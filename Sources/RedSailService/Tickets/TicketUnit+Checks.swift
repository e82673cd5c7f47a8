internal import RPCCore
internal import RedSailAPI
internal import RedSailModel
internal import RedSailStore

extension TicketUnit {
  /// Checks that a holder's level is its unit's.
  func check(_ holder: Ticket.Holder, field: String) throws(RPCError) {
    guard let level, level.rawValue != holder.level.rawValue else { return }
    throw Failure.field(
      "\(field).level",
      .invalidField,
      LocalizedText(
        "'\(name)' works at level \(level), came \(TicketLevel(rawValue: holder.level.rawValue)?.description ?? "none")",
        "“\(name)”的层级为\(level.chinese)"
      )
    )
  }

  /// Checks that a ticket goes no further than it may: a dispatch stays within the subtree of the unit that dispatches,
  /// and an escalation goes to a unit in whose subtree the holder lies.
  static func checkHandOver(
    _ action: TicketAction,
    from holder: String,
    to target: Ticket.Holder,
    path: String,
    in snapshot: any StoreSnapshot
  ) throws {
    let field = "\(path)holder"
    let unit = try TicketUnit(target.unit, field: "\(field).unit", in: snapshot)
    try unit.check(target, field: field)
    if unit.name == holder { return }
    let current = try TicketUnit(holder, field: "ticket.holder.unit", in: snapshot)
    let isWithin =
      action == .escalate
      ? try current.lies(below: unit, in: snapshot) : try unit.lies(below: current, in: snapshot)
    guard !isWithin else { return }
    throw Failure.make(
      .unitOutsideSubtree,
      action == .escalate
        ? LocalizedText("'\(holder)' does not lie in the subtree of '\(unit.name)'", "“\(holder)”不在“\(unit.name)”辖区内")
        : LocalizedText("'\(unit.name)' does not lie in the subtree of '\(holder)'", "“\(unit.name)”不在“\(holder)”辖区内"),
      metadata: ["unit": unit.name]
    )
  }
}
