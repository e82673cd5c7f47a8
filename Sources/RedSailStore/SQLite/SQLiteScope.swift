internal import GRDB

/// A caller's scope within one city, with the division paths that it needs.
struct SQLiteScope {
  /// Whether the index on divisions may drive a query.
  enum IndexUse {
    /// Never: another index is the better one.
    case never
    /// For small subtrees: below the second level, because a page in some order reads few records of a large one.
    case page
    /// For all but the whole city.
    case report
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

  func conditions(alias: String, use: IndexUse, compiler: inout SQLCompiler) -> [String] {
    guard let rootPaths else { return [] }
    return [Self.condition(paths: rootPaths, alias: alias, use: use, compiler: &compiler)]
  }

  /// That a record's division lies at or below one of the paths.
  static func condition(paths: [String], alias: String, use: IndexUse, compiler: inout SQLCompiler) -> String {
    if paths.isEmpty { return "0" }
    let ranges = paths.map { path in
      "SELECT code FROM \(compiler.divisions) WHERE city = \(compiler.bind(compiler.city))"
        + " AND path >= \(compiler.bind(path)) AND path < \(compiler.bind(DivisionTree.upperBound(of: path)))"
    }
    let level = paths.map { $0.utf8.count { $0 == 47 } - 1 }.min() ?? 1
    let mayUseIndex =
      switch use {
      case .never: false
      case .page: level > 2
      case .report: level > 1
      }
    if mayUseIndex { compiler.useDivisionIndex() }
    // A unary plus takes the column out of SQLite's choice of index.
    return "\(mayUseIndex ? "" : "+")\(alias).division IN (\(ranges.joined(separator: " UNION ALL ")))"
  }
}
