internal import Foundation
internal import ProtobufRuntime
internal import RedSailClient

/// Records as JSON with the schema's names.
enum RecordJSON {
  /// A record as one line: `{"firm": {…}}`.
  static func line(_ record: AnyRecord) throws -> String {
    try record.json(options: JSONEncodingOptions(preservesProtoFieldNames: true))
  }

  /// The fields of a record of a kind, by name.
  static func fields(of record: AnyRecord, _ kind: RecordKindName) throws -> [String: Any]? {
    let object = try JSONSerialization.jsonObject(with: Data(line(record).utf8)) as? [String: Any]
    return object?[kind.field.name] as? [String: Any]
  }
}
