internal import GRDB

/// A caller's scope within one city, with the division paths that it needs.
struct SQLiteScope {
  /// Whether the index on divisions drives a query.
  enum IndexUse {
    /// It does not: another index is the better one.
    case never
    /// For all but the whole city: a report reads everything.
    case report
    /// It does.
    case always
  }

  private let kinds: Set<String>?
  /// The paths of the scope's roots that exist; nil: no narrowing.
  let rootPaths: [String]?
  private let city: String
  private let lookup: (String) throws(StoreError) -> String?

  init(_ scope: Scope, city: String, lookup: @escaping (String) throws(StoreError) -> String?) throws(StoreError) {
    kinds = scope.kinds
    self.city = city
    self.lookup = lookup
    if let roots = scope.roots(in: city) {
      var paths: [String] = []
      for root in roots.sorted() {
        if let path = try lookup(root) { paths.append(path) }
      }
      rootPaths = paths
    } else {
      rootPaths = nil
    }
  }

  private init(city: String, lookup: @escaping (String) throws(StoreError) -> String?) {
    kinds = nil
    rootPaths = nil
    self.city = city
    self.lookup = lookup
  }

  /// The same city without narrowing.
  var unnarrowed: SQLiteScope { SQLiteScope(city: city, lookup: lookup) }

  func requireKind(_ kind: String) throws(StoreError) {
    guard includes(kind: kind) else { throw .outOfScope(kind: kind, name: "*") }
  }

  func includes(kind: String) -> Bool {
    kinds?.contains(kind) ?? true
  }

  /// Whether a record with this division path is seen; "" for none.
  func includes(path: String) -> Bool {
    rootPaths?.contains { path.hasPrefix($0) } ?? true
  }

  /// The codes of a path, nearest first.
  static func ancestry(_ path: String) -> [String] { path.split(separator: "/").reversed().map(String.init) }

  func path(of division: String) throws(StoreError) -> String {
    guard let path = try lookup(division) else { throw .unknownDivision(city: city, code: division) }
    return path
  }

  /// The lowest level that is narrowed to: 1 for the city or if there is no narrowing, 2 for a county, and so on.
  func level(of division: String?) throws(StoreError) -> Int {
    let root = rootPaths?.map(Self.level).min() ?? 1
    guard let division else { return root }
    return max(root, Self.level(try path(of: division)))
  }

  private static func level(_ path: String) -> Int {
    path.utf8.count { $0 == 47 } - 1
  }

  /// That a record's division lies in the scope, and at or below `division`.
  func conditions(
    alias: String,
    division: String?,
    use: IndexUse,
    compiler: inout SQLCompiler
  ) throws(StoreError) -> [String] {
    var conditions = rootPaths.map { [condition($0, alias: alias, use: use, compiler: &compiler)] } ?? []
    if let division {
      conditions.append(condition([try path(of: division)], alias: alias, use: use, compiler: &compiler))
    }
    return conditions
  }

  private func condition(_ paths: [String], alias: String, use: IndexUse, compiler: inout SQLCompiler) -> String {
    if paths.isEmpty { return "0" }
    let ranges = paths.map { path in
      "SELECT code FROM \(compiler.divisions) WHERE city = \(compiler.bind(compiler.city))"
        + " AND path >= \(compiler.bind(path)) AND path < \(compiler.bind(DivisionTree.upperBound(of: path)))"
    }
    let usesIndex =
      switch use {
      case .never: false
      case .report: paths.map(Self.level).min() ?? 1 > 1
      case .always: true
      }
    if usesIndex { compiler.useIndex(on: "division") }
    // A unary plus takes the column out of SQLite's choice of index.
    return "\(usesIndex ? "" : "+")\(alias).division IN (\(ranges.joined(separator: " UNION ALL ")))"
  }
}
