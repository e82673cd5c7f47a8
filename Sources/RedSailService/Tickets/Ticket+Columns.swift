internal import ProtobufRuntime
internal import RedSailAPI
internal import RedSailModel
internal import RedSailStore

extension Ticket {
  /// The index columns. What is not set has no column, which keeps most indexes small.
  var indexValues: [String: ColumnValue] {
    var columns: [String: ColumnValue] = [:]
    columns.reserveCapacity(TicketRecords.kind.columns.count)
    func put(_ name: String, _ text: String) {
      if !text.isEmpty { columns[name] = .text(text) }
    }
    func put(_ name: String, number: Int32) {
      if number != 0 { columns[name] = .integer(Int64(number)) }
    }
    func put(_ name: String, _ time: Timestamp?) {
      if let time { columns[name] = .timestamp(Instant(time)) }
    }
    put("division_name", division)
    put("state", number: state.rawValue)
    put("source", number: source.rawValue)
    put("kind", number: kind.rawValue)
    put("source_system", sourceSystem)
    put("record_number", recordNumber)
    put("grade", number: grade.rawValue)
    put("category", category)
    put("grid", grid)
    put("compound", compound)
    put("project", project)
    put("firm", firm)
    put("reception_day", receptionDay)
    put("holder_unit", holder?.unit ?? "")
    put("level_closed", number: levelClosed.rawValue)
    put("overdue_time", due?.overdueTime)
    put("event_time", eventTime)
    put("receive_time", receiveTime)
    put("resolve_time", resolveTime)
    put("close_time", closeTime)
    put("resolution", number: resolution.rawValue)
    put("satisfaction", number: feedback?.satisfaction.rawValue ?? 0)
    put("merged_into", mergedInto)
    put("sign_time", signTime)
    if backfilled { columns["backfilled"] = .boolean(true) }
    if !(holder?.officer?.reference ?? "").isEmpty { columns["officer_named"] = .boolean(true) }
    if let overdue = due?.overdueTime, let answer = resolveTime, Instant(answer) >= Instant(overdue) {
      columns["resolved_late"] = .boolean(true)
    }
    columns["resolved_on_site"] = .boolean(resolvedOnSite)
    if let promisedDate {
      columns["promised_date"] = promisedDate.column
      columns["promise_kept"] = promiseKept.map(ColumnValue.boolean)
    }
    return columns
  }

  /// Whether the promise was kept; nil while there is none or no answer. A resolution answers too; a reopened demand is
  /// judged by its last answer.
  private var promiseKept: Bool? {
    guard let date = promisedDate?.civilDate, let answer = resolveTime else { return nil }
    let standing = PromisedDate(date: date).standing(answered: Instant(answer).unixTime.civilDate, today: date)
    return standing == .kept
  }
}
