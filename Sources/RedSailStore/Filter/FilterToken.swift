/// A word of a filter.
struct FilterToken: Equatable {
  enum Kind: Equatable {
    /// Unquoted text: a field, a keyword, a number, an enum name.
    case text(String)
    /// Quoted text, unescaped.
    case string(String)
    /// = != < <= > >= :
    case comparator(String)
    case open
    case close
    case dot
    case minus
    case comma
    case end
  }

  let kind: Kind
  /// How many characters precede it.
  let position: Int
  /// Whether white space (or the beginning) precedes it.
  let followsSpace: Bool

  /// As it is named in messages.
  var described: String {
    switch kind {
    case .text(let text): "“\(text)”"
    case .string(let text): "the string “\(text)”"
    case .comparator(let text): "“\(text)”"
    case .open: "“(”"
    case .close: "“)”"
    case .dot: "“.”"
    case .minus: "“-”"
    case .comma: "“,”"
    case .end: "the end"
    }
  }
}
