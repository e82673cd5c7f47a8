/// A kind of record (ticket, firm, …) and the index columns that queries on it may use.
///
/// Declared once, usually as a static constant. Backends make tables and indexes from it, and every filter and order is
/// checked against it. Two kinds are equal if their names are.
public final class RecordKind: Sendable {
  /// Lower-case letters, digits and `_`, starting with a letter.
  public let name: String

  /// The index columns in their declared order.
  public let columns: [IndexColumn]

  /// Further indexes over several columns, each in the order of its columns: what allows an `order_by` of several fields.
  public let compoundIndexes: [[String]]

  /// What reports count by, in kinds of many records: the index on divisions carries these columns too, so that a report
  /// that needs no others reads neither the rest nor the bytes. A write that changes one of them writes that index too.
  public let reportColumns: [String]

  /// The timestamp column that tells when a record's first version happened and never changes, in kinds that have
  /// `event_time`: a read of the past hides by it at once what had not begun, and follows no history to learn that.
  public let beginColumn: String?

  private let positions: [String: Int]

  /// Declares a kind.
  public init(
    _ name: String,
    columns: [IndexColumn],
    compoundIndexes: [[String]] = [],
    reportColumns: [String] = [],
    beginColumn: String? = nil
  ) {
    self.name = name
    self.columns = columns
    self.compoundIndexes = compoundIndexes
    self.reportColumns = reportColumns
    self.beginColumn = beginColumn
    self.positions = Dictionary(
      columns.enumerated().map { ($0.element.name, $0.offset) },
      uniquingKeysWith: { first, _ in first }
    )
  }

  /// The declared column of this name.
  public func column(named name: String) -> IndexColumn? {
    positions[name].map { columns[$0] }
  }

  /// The declared column that stands for a field path of the resource.
  public func column(forField field: String) -> IndexColumn? {
    columns.first { $0.field == field }
  }
}

extension RecordKind: Hashable {
  /// Kinds are equal by name: a schema holds each name once.
  public static func == (left: RecordKind, right: RecordKind) -> Bool {
    left === right || left.name == right.name
  }

  /// Hashes the name.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(name)
  }
}
