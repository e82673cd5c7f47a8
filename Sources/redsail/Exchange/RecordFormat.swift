internal import ArgumentParser

/// How records stand in a file.
enum RecordFormat: String, ExpressibleByArgument, CaseIterable {
  /// A line of JSON for each record: `{"firm": {…}}`.
  case jsonl
  /// RFC 4180 with a line of field names, for one kind of record.
  case csv
}
