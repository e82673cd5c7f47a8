/// Reads an AIP-132 `order_by` (“create_time desc, name”) into an order that an index of the kind yields.
public enum OrderParser {
  /// The most fields.
  public static let maximumTerms = 4

  /// Parses `text`; an empty one means order of creation. Refuses undeclared fields, repeated ones, and orders without
  /// an index.
  public static func parse(_ text: String, for kind: RecordKind) throws(FilterError) -> [Ordering] {
    var order: [Ordering] = []
    var position = 0
    guard text.contains(where: { !$0.isWhitespace }) else { return [] }
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      let lead = part.prefix { $0.isWhitespace }.count
      let term = try term(part, at: position + lead, kind)
      guard !order.contains(where: { $0.column == term.column }) else {
        throw FilterError(position: position + lead, message: "a field stands twice in the order")
      }
      order.append(term)
      guard order.count <= maximumTerms else {
        throw FilterError(position: position + lead, message: "an order has at most \(maximumTerms) fields")
      }
      position += part.count + 1
    }
    let isUniform = Set(order.map(\.isDescending)).count == 1
    guard isUniform, kind.orders.contains(order.map(\.column)) else {
      let known = kind.orders.map { columns in columns.map(kind.field(of:)).joined(separator: ", ") }
      throw FilterError(
        position: 0,
        message: "no index yields this order; orders, all ascending or all desc: \(known.joined(separator: " | "))"
      )
    }
    return order
  }

  private static func term(_ part: Substring, at position: Int, _ kind: RecordKind) throws(FilterError) -> Ordering {
    let words = part.split(whereSeparator: \.isWhitespace)
    guard let field = words.first else {
      throw FilterError(position: position, message: "expected a field")
    }
    let column = field == "name" ? "name" : kind.column(forField: String(field))?.name
    guard let column else {
      let known = kind.columns.filter { $0.use != .measure }.map(\.field).joined(separator: ", ")
      throw FilterError(position: position, message: "unknown field “\(field)”; fields: name, \(known)")
    }
    switch words.dropFirst() {
    case []: return Ordering(column)
    case ["desc"]: return Ordering(column, descending: true)
    case ["asc"]: return Ordering(column)
    default:
      throw FilterError(position: position, message: "expected “desc”, a comma or the end after field “\(field)”")
    }
  }
}

extension RecordKind {
  /// The field path that callers write for a column.
  func field(of column: String) -> String {
    self.column(named: column)?.field ?? column
  }
}
