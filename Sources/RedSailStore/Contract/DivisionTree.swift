/// A city's divisions with their ancestor paths (“/370800/370811/370811012/”).
struct DivisionTree: Sendable, Hashable {
  struct Entry: Sendable, Hashable {
    var parent: String?
    var path: String
  }

  private(set) var entries: [String: Entry] = [:]

  /// The path of a division; "" for no division; nil if it is not defined.
  func path(of code: String) -> String? {
    code.isEmpty ? "" : entries[code]?.path
  }

  mutating func insert(code: String, parent: String?, path: String) {
    entries[code] = Entry(parent: parent, path: path)
  }

  /// The path that a node has below its parent. Throws if code or parent cannot be used.
  func path(for node: DivisionNode, city: String) throws(StoreError) -> String {
    let isCode = node.code.utf8.allSatisfy { byte in
      (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte) || [45, 46, 95].contains(byte)
    }
    guard isCode, (1...64).contains(node.code.utf8.count) else {
      throw .invalidDivision(city: city, code: node.code, reason: "a code has 1 to 64 of A–Z a–z 0–9 - _ .")
    }
    guard let parent = node.parent else { return "/\(node.code)/" }
    guard let above = entries[parent]?.path else { throw .unknownDivision(city: city, code: parent) }
    guard !Self.path(above, isBelow: node.code) else {
      throw .invalidDivision(city: city, code: node.code, reason: "its parent “\(parent)” lies below it")
    }
    return "\(above)\(node.code)/"
  }

  /// Whether a path is of a division or of one below it.
  static func path(_ path: String, isBelow root: String) -> Bool {
    path.contains("/\(root)/")
  }

  /// The smallest text above all paths that start with `path`.
  static func upperBound(of path: String) -> String {
    path.dropLast() + "0"
  }
}
