internal import RedSailAPI

/// Checks of what tickets and their entries are made of; each notes what it finds.
extension Violations {
  /// The unit that is to have a ticket.
  mutating func holder(_ value: Ticket.Holder?, _ field: String, in city: String, required: Bool = false) {
    guard let value else {
      if required { missing(field) }
      return
    }
    inside(field) { violations in
      if value.unit.isEmpty { violations.missing("unit") }
      violations.reference(value.unit, "unit", of: TicketUnit.types, in: city)
      violations.value(value.level, "level", required: true)
      violations.text(value.department, "department", limit: 128)
      violations.person(value.officer, "officer")
    }
  }

  /// What a complainant said.
  mutating func feedback(_ value: Ticket.Feedback?) {
    guard let value else { return missing("feedback") }
    inside("feedback") { $0.value(value.satisfaction, "satisfaction", required: true) }
  }

  /// A text that is repeated in the change feed, and so holds no personal data.
  mutating func noPersonalData(_ value: String, _ field: String, _ scan: PersonalDataScan) {
    guard scan.finds(in: value) else { return }
    // The message must not repeat what it found.
    add(
      field,
      .personalDataMisplaced,
      LocalizedText(
        "holds a telephone or identity number: personal data belong in the ticket's caller",
        "不得包含电话、证件号码等个人信息，请填入诉求人信息"
      )
    )
  }
}

extension Violations {
  /// A bulk call that holds too many entries.
  mutating func tooMany(_ field: String, limit: Int, came: Int) {
    add(
      field,
      .tooManyEntries,
      LocalizedText("expected at most \(limit) entries, came \(came)", "最多 \(limit) 条，实为 \(came) 条"),
      metadata: ["limit": String(limit), "came": String(came)]
    )
  }
}
