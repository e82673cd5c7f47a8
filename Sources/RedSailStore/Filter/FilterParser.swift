/// Reads an AIP-160 filter into a predicate on a kind's columns.
///
/// Understood: AND, OR (binds tighter than AND), juxtaposition as AND, NOT and `-`, parentheses, `=` `!=` `<` `<=` `>`
/// `>=`, `:` (has: equality; `field:*` is presence), a trailing `*` in a string compared with `=` or `:` (prefix).
/// Refused with the position: bare values, functions, wildcards elsewhere, undeclared fields, values of another type.
public struct FilterParser {
  /// Gives the number of an enum value by the column's field and the value's name; nil if there is none.
  public typealias EnumResolver = (_ field: String, _ name: String) -> Int64?

  /// The longest filter, in UTF-8 bytes.
  public static let maximumLength = 4_096
  /// The deepest nesting of parentheses and negations.
  public static let maximumDepth = 20
  /// The most comparisons.
  public static let maximumComparisons = 64

  private let kind: RecordKind
  private let literals: FilterLiterals
  private var lexer: FilterLexer
  private var token: FilterToken
  private var depth = 0
  private var comparisons = 0

  /// Parses `text`; an empty one (or white space) means all records.
  public static func parse(
    _ text: String,
    for kind: RecordKind,
    enums: EnumResolver = { _, _ in nil }
  ) throws(FilterError) -> Predicate {
    guard text.utf8.count <= maximumLength else {
      throw FilterError(position: 0, message: "a filter has at most \(maximumLength) bytes, not \(text.utf8.count)")
    }
    return try withoutActuallyEscaping(enums) { enums throws(FilterError) -> Predicate in
      var parser = try FilterParser(text, kind, FilterLiterals(enums: enums))
      if parser.token.kind == .end { return .all }
      let predicate = try parser.expression()
      guard parser.token.kind == .end else { throw parser.unexpected("AND, OR or the end") }
      return predicate
    }
  }

  private init(_ text: String, _ kind: RecordKind, _ literals: FilterLiterals) throws(FilterError) {
    self.kind = kind
    self.literals = literals
    lexer = FilterLexer(text)
    token = try lexer.next()
  }

  /// sequence {AND sequence}, where a sequence is {factor}.
  private mutating func expression() throws(FilterError) -> Predicate {
    var parts: [Predicate] = [try factor()]
    while token.kind != .end && token.kind != .close {
      if isKeyword("AND") {
        try advance()
      } else if !token.followsSpace && token.kind != .open {
        throw unexpected("AND, OR, a space or the end")
      }
      parts.append(try factor())
    }
    return parts.count == 1 ? parts[0] : .and(parts)
  }

  /// term {OR term}
  private mutating func factor() throws(FilterError) -> Predicate {
    var parts: [Predicate] = [try term()]
    while isKeyword("OR") {
      try advance()
      parts.append(try term())
    }
    return parts.count == 1 ? parts[0] : Self.oneOf(parts) ?? .or(parts)
  }

  /// Alternatives that are values of one column, as a list of values: what an index can find; nil if they are something
  /// else.
  private static func oneOf(_ parts: [Predicate]) -> Predicate? {
    var column: String?
    var values: [ColumnValue] = []
    for part in parts {
      guard case .compare(let name, .equal, let value) = part, column ?? name == name else { return nil }
      column = name
      values.append(value)
    }
    return column.map { .isIn($0, values) }
  }

  /// [NOT | -] simple
  private mutating func term() throws(FilterError) -> Predicate {
    if token.kind == .minus || isKeyword("NOT") {
      try advance()
      return .not(try simple())
    }
    return try simple()
  }

  private mutating func simple() throws(FilterError) -> Predicate {
    guard token.kind == .open else { return try restriction() }
    depth += 1
    guard depth <= Self.maximumDepth else {
      throw FilterError(position: token.position, message: "parentheses are nested more than \(Self.maximumDepth) deep")
    }
    try advance()
    let inner = try expression()
    guard token.kind == .close else { throw unexpected("“)”") }
    try advance()
    depth -= 1
    return inner
  }

  /// field comparator value
  private mutating func restriction() throws(FilterError) -> Predicate {
    let position = token.position
    let (field, column) = try self.field()
    guard case .comparator(let comparator) = token.kind else {
      if token.kind == .open {
        throw FilterError(position: token.position, message: "functions are not supported")
      }
      throw unexpected("a comparison (= != < <= > >= :) after field “\(field)”")
    }
    guard column.use != .measure else {
      throw FilterError(position: position, message: "field “\(field)” cannot be filtered: it has no index")
    }
    comparisons += 1
    guard comparisons <= Self.maximumComparisons else {
      throw FilterError(position: position, message: "a filter has at most \(Self.maximumComparisons) comparisons")
    }
    let operatorPosition = token.position
    token = try lexer.next(isValue: true)
    let value = token
    let predicate = try literals.predicate(column, comparator, value, operatorPosition: operatorPosition)
    try advance()
    return predicate
  }

  private mutating func field() throws(FilterError) -> (String, IndexColumn) {
    let position = token.position
    var path: [String] = []
    while true {
      guard case .text(let part) = token.kind, !isKeyword("AND"), !isKeyword("OR"), !isKeyword("NOT") else {
        throw unexpected("a field")
      }
      path.append(part)
      try advance()
      guard token.kind == .dot else { break }
      try advance()
    }
    let field = path.joined(separator: ".")
    guard let column = kind.column(forField: field) else {
      if token.kind == .open { throw FilterError(position: position, message: "functions are not supported") }
      let known = kind.columns.filter { $0.use != .measure }.map(\.field).joined(separator: ", ")
      throw FilterError(position: position, message: "unknown field “\(field)”; fields: \(known)")
    }
    return (field, column)
  }

  private mutating func advance() throws(FilterError) {
    token = try lexer.next()
  }

  private func isKeyword(_ word: String) -> Bool {
    token.kind == .text(word)
  }

  private func unexpected(_ expected: String) -> FilterError {
    FilterError(position: token.position, message: "expected \(expected), found \(token.described)")
  }
}
