/// Reads a filter's values as its columns' types have it.
struct FilterLiterals {
  let enums: FilterParser.EnumResolver

  func predicate(
    _ column: IndexColumn,
    _ comparator: String,
    _ token: FilterToken,
    operatorPosition: Int
  ) throws(FilterError) -> Predicate {
    let (text, isQuoted) = try Self.text(of: token, column)
    if comparator == ":" && text == "*" && !isQuoted { return .not(.isUnset(column.name)) }
    let comparison = Self.comparison(comparator)
    if column.type.storage == .text {
      return try textPredicate(column, comparison, text, token)
    }
    let isOrdered = column.type != .boolean && column.type != .enumeration
    guard isOrdered || comparison == .equal || comparison == .notEqual else {
      throw FilterError(
        position: operatorPosition,
        message: "field “\(column.field)” has no order: use = or !=, not \(comparator)"
      )
    }
    return .compare(column.name, comparison, try value(column, text, token))
  }

  private func textPredicate(
    _ column: IndexColumn,
    _ comparison: Predicate.Comparison,
    _ text: String,
    _ token: FilterToken
  ) throws(FilterError) -> Predicate {
    guard !text.utf8.contains(0) else {
      throw FilterError(position: token.position, message: "a string cannot hold the character U+0000")
    }
    guard text.contains("*") else { return .compare(column.name, comparison, .text(text)) }
    let prefix = text.dropLast()
    guard text.last == "*", !prefix.contains("*") else {
      throw FilterError(position: token.position, message: "“*” may stand only at the end of a string (prefix search)")
    }
    switch comparison {
    case .equal: return prefix.isEmpty ? .not(.isUnset(column.name)) : .hasPrefix(column.name, String(prefix))
    case .notEqual: return prefix.isEmpty ? .isUnset(column.name) : .not(.hasPrefix(column.name, String(prefix)))
    default:
      throw FilterError(position: token.position, message: "“*” goes only with = and !=")
    }
  }

  private func value(_ column: IndexColumn, _ text: String, _ token: FilterToken) throws(FilterError) -> ColumnValue {
    let value: ColumnValue? =
      switch column.type {
      case .integer: Int64(text).map(ColumnValue.integer)
      case .real: Double(text).flatMap { $0.isFinite ? .real($0) : nil }
      case .boolean: text == "true" ? .boolean(true) : text == "false" ? .boolean(false) : nil
      case .timestamp: CivilTime.instant(text).map { .timestamp($0) }
      case .date: CivilTime.date(text)
      case .enumeration: enums(column.field, text).map(ColumnValue.integer)
      case .text: .text(text)
      }
    guard let value else {
      throw FilterError(
        position: token.position,
        message: "expected \(Self.expectation(column.type)) for field “\(column.field)”, found \(token.described)"
      )
    }
    return value
  }

  private static func text(of token: FilterToken, _ column: IndexColumn) throws(FilterError) -> (String, Bool) {
    switch token.kind {
    case .text(let text): return (text, false)
    case .string(let text): return (text, true)
    default:
      throw FilterError(
        position: token.position,
        message: "expected \(expectation(column.type)) for field “\(column.field)”, found \(token.described)"
      )
    }
  }

  private static func comparison(_ comparator: String) -> Predicate.Comparison {
    switch comparator {
    case "!=": .notEqual
    case "<": .less
    case "<=": .lessOrEqual
    case ">": .greater
    case ">=": .greaterOrEqual
    default: .equal
    }
  }

  private static func expectation(_ type: ColumnType) -> String {
    switch type {
    case .integer: "a whole number"
    case .real: "a number"
    case .boolean: "true or false"
    case .timestamp: "a time such as 2025-01-31T08:00:00Z (RFC 3339)"
    case .date: "a date such as 2025-01-31"
    case .enumeration: "the name of an enum value"
    case .text: "a string"
    }
  }
}
