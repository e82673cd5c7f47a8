internal import Foundation
internal import ProtobufRuntime
internal import RedSailClient

/// The records of one kind as rows: a column for each field by its name in the schema, dates as yyyy-mm-dd, nested values
/// as JSON.
struct RecordCells {
  let kind: RecordKindName

  /// The columns' names.
  var header: [String] { kind.layout.fields.map(\.name) }

  /// A record's cells; `record` is its JSON with the schema's names.
  func cells(of record: [String: Any]) throws -> [String] {
    try kind.layout.fields.map { field in try record[field.name].map { try cell($0, field) } ?? "" }
  }

  private func cell(_ value: Any, _ field: FieldLayout) throws -> String {
    if field.isRepeated { return try Self.json(value) }
    switch field.kind {
    case .string, .bytes: return CSVText.guarded(value as? String ?? "")
    case .bool: return value as? Bool == true ? "true" : "false"
    case .message(let layout):
      if layout().fullName == Self.dateName, let date = value as? [String: Any] { return Self.text(of: date) }
      if let text = value as? String { return text }
      return try Self.json(value)
    default: return "\(value)"
    }
  }

  /// The JSON value that a cell stands for; nil for an empty one.
  func value(_ cell: String, _ field: FieldLayout) throws(CellProblem) -> Any? {
    if cell.isEmpty { return nil }
    if field.isRepeated { return try Self.value(ofJSON: cell) }
    switch field.kind {
    case .string, .bytes: return CSVText.unguarded(cell)
    case .bool:
      switch cell.lowercased() {
      case "true", "1": return true
      case "false", "0": return false
      default: throw CellProblem("true or false", "true 或 false")
      }
    case .enumeration: return Int(cell) ?? cell
    case .message(let layout):
      if layout().fullName == Self.dateName { return try Self.date(cell) }
      if layout().fullName == Timestamp.layout.fullName { return try LocalTime.instant(cell) ?? cell }
      return cell.hasPrefix("{") ? try Self.value(ofJSON: cell) : cell
    default: return cell
    }
  }

  private static let dateName = "redsail.v1.CalendarDate"

  private static func text(of date: [String: Any]) -> String {
    func digits(_ name: String, _ count: Int) -> String {
      let number = "\(date[name] ?? 0)"
      return String(repeating: "0", count: max(0, count - number.count)) + number
    }
    return "\(digits("year", 4))-\(digits("month", 2))-\(digits("day", 2))"
  }

  /// A day, also as a spreadsheet may have rewritten it: 2025/6/1.
  private static func date(_ text: String) throws(CellProblem) -> [String: Any] {
    let parts = text.split(omittingEmptySubsequences: false, whereSeparator: { $0 == "-" || $0 == "/" }).map { Int($0) }
    guard parts.count == 3, let year = parts[0], let month = parts[1], let day = parts[2] else {
      throw CellProblem("a day as yyyy-mm-dd", "yyyy-mm-dd 格式的日期")
    }
    return ["year": year, "month": month, "day": day]
  }

  private static func json(_ value: Any) throws -> String {
    let data = try JSONSerialization.data(
      withJSONObject: value,
      options: [.sortedKeys, .withoutEscapingSlashes, .fragmentsAllowed]
    )
    return String(decoding: data, as: UTF8.self)
  }

  private static func value(ofJSON text: String) throws(CellProblem) -> Any {
    do {
      return try JSONSerialization.jsonObject(with: Data(text.utf8), options: .fragmentsAllowed)
    } catch {
      throw CellProblem("JSON", "JSON")
    }
  }
}

/// What a cell should have held.
struct CellProblem: Error {
  let english: String
  let chinese: String

  init(_ english: String, _ chinese: String) {
    self.english = english
    self.chinese = chinese
  }
}
