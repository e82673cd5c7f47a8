extension Failure {
  /// A word that is none of those known, with the nearest of them.
  init(
    unknown english: String,
    _ chinese: String,
    _ word: String,
    nearest: String?,
    among known: [String],
    exitCode: Int32
  ) {
    self.init(
      "unknown \(english) '\(word)'\(nearest.map { "; did you mean '\($0)'?" } ?? ".") Known: \(known.joined(separator: ", "))",
      "没有名为“\(word)”的\(chinese)\(nearest.map { "，是否指“\($0)”？" } ?? "。")可用：\(known.joined(separator: "、"))",
      exitCode: exitCode
    )
  }
}
