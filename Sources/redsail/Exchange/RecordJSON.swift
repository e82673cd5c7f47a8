internal import Foundation
internal import ProtobufRuntime
internal import RedSailClient

/// Records as JSON with the schema's names.
enum RecordJSON {
  /// A record as one line: `{"firm": {…}}`.
  static func line(_ record: AnyRecord) throws -> String {
    try record.json(options: JSONEncodingOptions(preservesProtoFieldNames: true))
  }

  /// Entries of a ticket's history as a JSON list.
  static func list(_ events: [TicketEvent]) throws -> String {
    let options = JSONEncodingOptions(preservesProtoFieldNames: true)
    return "[" + (try events.map { try $0.json(options: options) }.joined(separator: ",")) + "]"
  }

  /// The fields of a record of a kind, by name.
  static func fields(of record: AnyRecord, _ kind: RecordKindName) throws -> [String: Any]? {
    let object = try JSONSerialization.jsonObject(with: Data(line(record).utf8)) as? [String: Any]
    return object?[kind.field.name] as? [String: Any]
  }
}
