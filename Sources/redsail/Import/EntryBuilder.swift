internal import Foundation
internal import ProtobufRuntime
internal import RedSailClient

/// Makes entries from what a file says of records.
struct EntryBuilder {
  /// The kind of records that do not say it themselves.
  let kind: RecordKindName?
  let mode: RecordEntry.Mode

  /// An entry from a line: `{"firm": {…}}` or, where the kind is known, the record alone.
  func entry(json: String) throws -> RecordEntry {
    guard let object = try? JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any] else {
      throw Failure("expected a JSON object", "应为 JSON 对象")
    }
    if object.count == 1, let key = object.keys.first, let fields = object[key] as? [String: Any],
      let named = RecordKindName.all.first(where: { $0.field.name == key || $0.field.jsonName == key }),
      kind == nil || kind?.field.number == named.field.number
    {
      return try entry(fields, of: named)
    }
    guard let kind else {
      throw Failure(
        "expected {\"KIND\": {...}} with one of \(RecordKindName.all.map(\.field.name).joined(separator: ", ")), or --kind",
        "应为 {\"资源类型\": {...}}，或用 --kind 指定类型"
      )
    }
    return try entry(object, of: kind)
  }

  /// An entry from a record's fields.
  func entry(_ fields: [String: Any], of kind: RecordKindName) throws -> RecordEntry {
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
