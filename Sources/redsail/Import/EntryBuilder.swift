internal import Foundation
internal import ProtobufRuntime
internal import RedSailClient

/// Makes entries from what a file says of records.
struct EntryBuilder {
  /// The kind of records that do not say it themselves.
  let kind: RecordKindName?
  let mode: RecordEntry.Mode

  /// A row from a line: `{"firm": {…}}`, `{"ticket": {…}, "history": […]}` or, where the kind is known, the record alone.
  func row(json: String) throws -> ImportRow {
    guard var object = try? JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any] else {
      throw Failure("expected a JSON object", "应为 JSON 对象")
    }
    let besides = object.filter { field in TicketRowBuilder.besides.contains { $0.name == field.key } }
    let named = object.filter { besides[$0.key] == nil }
    if named.count == 1, let key = named.keys.first, let fields = named[key] as? [String: Any],
      let kind = RecordKindName.all.first(where: { $0.field.name == key || $0.field.jsonName == key }),
      self.kind == nil || self.kind?.field.number == kind.field.number,
      besides.isEmpty || kind.isTicket
    {
      object = fields.merging(besides) { first, _ in first }
      return try row(object, of: kind)
    }
    guard let kind else {
      throw Failure(
        "expected {\"KIND\": {...}} with one of \(RecordKindName.all.map(\.field.name).joined(separator: ", ")), or --kind",
        "应为 {\"资源类型\": {...}}，或用 --kind 指定类型"
      )
    }
    return try row(object, of: kind)
  }

  /// A row from a record's fields, those of a ticket with what stands beside it.
  func row(_ fields: [String: Any], of kind: RecordKindName) throws -> ImportRow {
    guard kind.isTicket else { return .record(try entry(fields, of: kind), name: fields["name"] as? String ?? "") }
    guard mode != .upsert else {
      throw Failure(
        "--upsert does not change tickets: what happens to them are actions",
        "--upsert 不能修改工单，请通过办理动作变更"
      )
    }
    let besides = fields.filter { field in TicketRowBuilder.besides.contains { $0.name == field.key } }
    return .ticket(try TicketRowBuilder.row(fields.filter { besides[$0.key] == nil }, besides: besides))
  }

  /// An entry from a record's fields.
  private func entry(_ fields: [String: Any], of kind: RecordKindName) throws -> RecordEntry {
    var fields = fields
    // Versions are those of the server that the record came from.
    fields["etag"] = nil
    let isDeleted = ["delete_time", "deleteTime"].contains { fields[$0] != nil }
    guard !isDeleted || mode == .upsert else {
      throw Failure("the record is deleted; --upsert deletes it", "该记录已删除，使用 --upsert 可同步删除")
    }
    var entry = RecordEntry()
    entry.mode = isDeleted ? .delete : mode
    entry.record = try record(fields, kind)
    if mode == .restore, let time = (fields["event_time"] ?? fields["eventTime"]) as? String {
      entry.eventTime = try? Timestamp(json: "\"\(time)\"")
    }
    // The same creation again is the same request, also when this command is run again after it was killed. A change is
    // not: a record may be changed back.
    entry.requestID =
      mode == .upsert
      ? UUID().uuidString.lowercased() : ContentID.of(try entry.serialized(options: .init(isDeterministic: true)))
    return entry
  }

  private func record(_ fields: [String: Any], _ kind: RecordKindName) throws -> AnyRecord {
    let data = try JSONSerialization.data(withJSONObject: [kind.field.name: fields])
    do {
      return try AnyRecord(json: String(decoding: data, as: UTF8.self))
    } catch {
      throw Failure("\(error.path): \(error.text)", "\(error.path)：\(error.text)")
    }
  }
}
