extension LocalizedText {
  /// Both texts, each cut where it has more UTF-8 bytes.
  func cut(toBytes limit: Int) -> LocalizedText {
    LocalizedText(english.cut(toBytes: limit), chinese.cut(toBytes: limit))
  }
}

extension String {
  /// The text, cut before the Unicode scalar that goes beyond so many UTF-8 bytes, with an ellipsis behind it.
  func cut(toBytes limit: Int) -> String {
    guard utf8.count > limit else { return self }
    var end = utf8.index(startIndex, offsetBy: limit)
    while end > startIndex, end.samePosition(in: unicodeScalars) == nil { end = utf8.index(before: end) }
    return self[..<end] + "…"
  }
}
