internal import RPCCore
internal import RedSailAPI
internal import RedSailModel

extension TicketRefusal {
  /// The refusal as callers see it.
  ///
  /// - Parameters:
  ///   - ticket: The ticket's name.
  ///   - path: Where the action's fields stand in the request: empty, or `history[3].` for an entry of a history.
  func failure(ticket: String, path: String) -> RPCError {
    switch reason {
    case .state(let states): notAllowed(in: states)
    case .eventTime(let error): eventTimeFailure(error, ticket: ticket, path: path)
    case .reasonMissing:
      Failure.field("\(path)reason", .requiredField, text("\(path)reason：须说明原因"))
    case .dispatchUpwards(let from, _):
      Failure.make(
        .dispatchUpwards,
        text("承办单位为\(from.chinese)，只能派往本级或下级；上报请用上报操作"),
        metadata: ["level": from.description]
      )
    case .notHolder(_, let holder):
      Failure.make(.notHolder, text("仅当前承办单位“\(holder)”可以办理"), metadata: ["holder": holder])
    case .level(let from, let expected, let came):
      Failure.make(
        .levelSkipped,
        text(
          expected.map { "只能逐级上报：\(from.chinese)的上一级为\($0.chinese)，请求为\(came.chinese)" }
            ?? "\(from.chinese)之上没有上级，不能上报"
        ),
        metadata: ["level": from.description, "expected_level": expected?.description ?? ""]
      )
    case .returnTooLate(let lastDay):
      Failure.make(
        .returnTooLate,
        text("退回期限已过，最后一日为\(lastDay)"),
        metadata: ruled(["last_day": lastDay.description])
      )
    case .returnedBefore:
      Failure.make(.returnedBefore, text("该单位已退回过此工单，不得再次退回"))
    case .extensionLength(let came, let already, let limit):
      Failure.make(
        .extensionTooLong,
        text("延期合计不得超过\(limit)个工作日，已延\(already)个，请求\(came)个"),
        metadata: ruled(["limit": String(limit), "already": String(already)])
      )
    case .extensionTooLate(let deadline):
      Failure.make(
        .extensionTooLate,
        text("延期须在到期日\(deadline.date)之前提出"),
        metadata: ["due_date": deadline.date.description]
      )
    case .mergeIntoItself: mergeFailure(into: ticket, state: state)
    case .leadingTicketState(let leading): mergeFailure(into: leading.name, state: leading.state)
    case .leadingTicketUnresolved(let leading):
      Failure.make(
        .leadingTicketUnresolved,
        text("主工单尚未办结，暂不能回访"),
        metadata: leading.map { ["merged_into": $0.name, "state": $0.state.description] } ?? [:]
      )
    case .notDissatisfied:
      Failure.make(.notDissatisfied, text("诉求人最近一次评价不是不满意，不得重办"))
    }
  }

  /// Metadata with the rule that sets the limit.
  private func ruled(_ metadata: [String: String]) -> [String: String] {
    metadata.merging(parameter?.metadata ?? [:]) { own, _ in own }
  }

  private func text(_ chinese: String) -> LocalizedText { LocalizedText(description, chinese) }

  private func notAllowed(in states: [TicketState]) -> RPCError {
    let actions = allowedActions.map(\.chinese).joined(separator: "、")
    return Failure.make(
      .actionNotAllowed,
      text("工单状态为\(state.chinese)，不能\(action.chinese)；当前可以：\(actions)"),
      metadata: [
        "state": state.description,
        "action": action.description,
        "allowed_states": states.map(\.description).joined(separator: ","),
        "allowed_actions": allowedActions.map(\.description).joined(separator: ","),
      ]
    )
  }

  private func mergeFailure(into leading: String, state: TicketState) -> RPCError {
    Failure.make(
      .mergeNotAllowed,
      text("不能并入“\(leading)”（\(state.chinese)）：须为另一件正在办理的工单"),
      metadata: ["merged_into": leading, "state": state.description]
    )
  }

  private func eventTimeFailure(_ error: EventTimeError, ticket: String, path: String) -> RPCError {
    switch error {
    case .inFuture:
      Failure.field("\(path)event_time", .eventTimeInFuture, text("\(path)event_time：事件时间晚于当前时间"))
    case .beforeLast(let event, let last):
      Failure.eventTimeBeforeLast(ticket, last: last.description, came: event.description)
    }
  }
}
