internal import RedSailAPI
internal import RedSailStore

extension TicketEntry {
  /// Checks what can be checked without the ticket: the action and the fields that it needs. Fields that belong to other
  /// actions are not read.
  func check(in city: String, scan: PersonalDataScan, now: Instant, _ violations: inout Violations) {
    violations.value(event.action, "action", required: true)
    violations.eventTime(event.eventTime, now: now)
    violations.person(event.actor, "actor")
    violations.text(event.note, "note", limit: 4_000)
    violations.noPersonalData(event.note, "note", scan)
    violations.value(grade, "grade")
    violations.text(category, "category", limit: 64)
    switch event.action {
    case .dispatch:
      violations.holder(event.holder, "holder", in: city, required: true)
      violations.date(event.promisedDate, "promised_date")
    case .sign: violations.person(event.holder?.officer, path.isEmpty ? "officer" : "holder.officer")
    case .resolve:
      violations.value(event.resolution, "resolution", required: true)
      checkAnswer(scan, &violations)
    case .callBack: violations.feedback(event.feedback)
    case .return:
      checkReason(scan, required: true, &violations)
      checkActingUnit(in: city, &violations)
    case .extend:
      checkReason(scan, required: true, &violations)
      violations.number(Int64(event.workingDays), "working_days", in: 1...365)
    case .merge:
      if event.mergedInto.isEmpty { violations.missing("merged_into") }
      violations.reference(event.mergedInto, "merged_into", of: .ticket, in: city)
    case .refuse:
      violations.value(event.nonAcceptanceReason, "non_acceptance_reason", required: true)
      checkAnswer(scan, &violations)
    case .reopen: checkReason(scan, required: true, &violations)
    case .escalate:
      checkReason(scan, required: requiresReason, &violations)
      checkActingUnit(in: city, &violations)
      violations.holder(event.holder, "holder", in: city, required: true)
    case .review: violations.value(event.reviewOutcome, "review_outcome", required: true)
    case .accept, .start, .close, .unspecified, .unrecognized: break
    }
  }

  /// Notes texts that repeat what is known of the ticket's caller.
  func checkTexts(_ scan: PersonalDataScan, _ violations: inout Violations) {
    for (text, field) in [(event.note, "note"), (event.reason, "reason"), (event.publicAnswer, "public_answer")] {
      violations.noPersonalData(text, path + field, scan)
    }
  }

  private func checkAnswer(_ scan: PersonalDataScan, _ violations: inout Violations) {
    violations.text(event.publicAnswer, "public_answer", limit: 2_000, required: requiresAnswer)
    violations.noPersonalData(event.publicAnswer, "public_answer", scan)
  }

  private func checkReason(_ scan: PersonalDataScan, required: Bool, _ violations: inout Violations) {
    violations.text(event.reason, "reason", limit: 500, required: required)
    violations.noPersonalData(event.reason, "reason", scan)
  }

  private func checkActingUnit(in city: String, _ violations: inout Violations) {
    if event.actingUnit.isEmpty { violations.missing("acting_unit") }
    violations.reference(event.actingUnit, "acting_unit", of: TicketUnit.types, in: city)
  }
}
