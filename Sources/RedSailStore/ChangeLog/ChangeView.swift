/// How a consumer sees entries of the change log through its scope and the division it asked for.
///
/// Judged by the paths that the record's division had at the time of the change, so a late reader sees the same story.
struct ChangeView {
  /// The paths of the scope's roots; nil: no narrowing.
  let scopeRoots: [String]?
  /// The path of the division asked for.
  let division: String?

  /// Texts of which a visible path contains one of each set: “/code/” of the roots.
  var requirements: [[String]] {
    [scopeRoots, division.map { [$0] }].compactMap { $0?.map(Self.mark) }
  }

  /// Whether a record with this path is seen; nil: there was no record.
  func includes(_ path: String?) -> Bool {
    guard let path else { return false }
    return requirements.allSatisfy { roots in roots.contains { path.contains($0) } }
  }

  /// What happened as the consumer sees it; nil if it sees nothing.
  func type(of stored: ChangeType, before: String?, after: String?) -> ChangeType? {
    if includes(after) { return stored }
    return includes(before) ? .removed : nil
  }

  /// The division at the end of a path.
  static func division(_ path: String?) -> String {
    path?.split(separator: "/").last.map(String.init) ?? ""
  }

  private static func mark(_ path: String) -> String {
    "/\(division(path))/"
  }
}
