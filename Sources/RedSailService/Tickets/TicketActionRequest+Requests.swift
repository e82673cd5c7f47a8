internal import RedSailAPI

extension AcceptTicketRequest: TicketActionRequest {
  static var action: TicketEvent.Action { .accept }

  func complete(_ entry: inout TicketEntry) {
    entry.grade = grade
    entry.category = category
  }
}

extension DispatchTicketRequest: TicketActionRequest {
  static var action: TicketEvent.Action { .dispatch }

  func complete(_ entry: inout TicketEntry) {
    entry.event.holder = holder
    entry.event.promisedDate = promisedDate
  }
}

extension SignTicketRequest: TicketActionRequest {
  static var action: TicketEvent.Action { .sign }

  func complete(_ entry: inout TicketEntry) {
    if let officer { entry.event.holder = .with { $0.officer = officer } }
  }
}

extension StartTicketRequest: TicketActionRequest {
  static var action: TicketEvent.Action { .start }
}

extension ResolveTicketRequest: TicketActionRequest {
  static var action: TicketEvent.Action { .resolve }

  func complete(_ entry: inout TicketEntry) {
    entry.event.resolution = resolution
    entry.event.publicAnswer = publicAnswer
    entry.requiresAnswer = true
  }
}

extension CallBackTicketRequest: TicketActionRequest {
  static var action: TicketEvent.Action { .callBack }

  func complete(_ entry: inout TicketEntry) {
    entry.event.feedback = feedback
  }
}

extension CloseTicketRequest: TicketActionRequest {
  static var action: TicketEvent.Action { .close }
}

extension ReturnTicketRequest: TicketActionRequest {
  static var action: TicketEvent.Action { .return }

  func complete(_ entry: inout TicketEntry) {
    entry.event.reason = reason
    entry.event.actingUnit = actingUnit
  }
}

extension ExtendTicketRequest: TicketActionRequest {
  static var action: TicketEvent.Action { .extend }

  func complete(_ entry: inout TicketEntry) {
    entry.event.reason = reason
    entry.event.workingDays = workingDays
  }
}

extension MergeTicketRequest: TicketActionRequest {
  static var action: TicketEvent.Action { .merge }

  func complete(_ entry: inout TicketEntry) {
    entry.event.mergedInto = mergedInto
  }
}

extension RefuseTicketRequest: TicketActionRequest {
  static var action: TicketEvent.Action { .refuse }

  func complete(_ entry: inout TicketEntry) {
    entry.event.nonAcceptanceReason = nonAcceptanceReason
    entry.event.publicAnswer = publicAnswer
    entry.requiresAnswer = true
  }
}

extension ReopenTicketRequest: TicketActionRequest {
  static var action: TicketEvent.Action { .reopen }

  func complete(_ entry: inout TicketEntry) {
    entry.event.reason = reason
  }
}

extension EscalateTicketRequest: TicketActionRequest {
  static var action: TicketEvent.Action { .escalate }

  func complete(_ entry: inout TicketEntry) {
    entry.event.reason = reason
    entry.event.actingUnit = actingUnit
    entry.event.holder = holder
    entry.requiresReason = true
  }
}

extension ReviewTicketRequest: TicketActionRequest {
  static var action: TicketEvent.Action { .review }

  func complete(_ entry: inout TicketEntry) {
    entry.event.reviewOutcome = reviewOutcome
  }
}
