/// Why a page token is refused.
public enum PageTokenError: Error, Sendable, Hashable {
  /// It is not a token of this service: wrong alphabet, length or version.
  case malformed
  /// It was changed, or sealed with another key.
  case forged
  /// It was made for another query: parent, filter, order or scope differ.
  case otherQuery
}
