/// One sentence for callers in the two languages that errors speak.
struct LocalizedText: Sendable, Hashable {
  /// For developers.
  let english: String
  /// For the people who use the calling system (zh-CN).
  let chinese: String

  init(_ english: String, _ chinese: String) {
    self.english = english
    self.chinese = chinese
  }
}
