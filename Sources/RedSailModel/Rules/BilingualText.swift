/// Something that is said in both languages: callers' programs log the English, officials read the Chinese.
public protocol BilingualText: Sendable, Hashable {
  /// The English sentence: what was expected and what came.
  var english: String { get }
  /// The Chinese sentence.
  var chinese: String { get }
}
