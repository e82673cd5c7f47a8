/// Splits a filter into words (the lexical part of AIP-160's grammar).
struct FilterLexer {
  private let characters: [Character]
  private var index = 0

  init(_ text: String) {
    characters = Array(text)
  }

  /// The next word. After a comparator, `isValue` lets unquoted text contain `.`, `:`, `+` and `-`, so that numbers and
  /// times need no quotes.
  mutating func next(isValue: Bool = false) throws(FilterError) -> FilterToken {
    let start = index
    while let character = peek, character.isWhitespace { index += 1 }
    let followsSpace = index > start || index == 0
    let position = index
    guard let character = peek else { return FilterToken(kind: .end, position: position, followsSpace: followsSpace) }
    let kind: FilterToken.Kind
    switch character {
    case "\"", "'": kind = .string(try quoted())
    case "(": kind = single(.open)
    case ")": kind = single(.close)
    case ",": kind = single(.comma)
    case ":": kind = single(.comparator(":"))
    case "=", "!", "<", ">": kind = .comparator(try comparator())
    case "." where !isValue: kind = single(.dot)
    case "-" where !isValue: kind = single(.minus)
    default: kind = .text(try text(isValue: isValue))
    }
    return FilterToken(kind: kind, position: position, followsSpace: followsSpace)
  }

  private var peek: Character? {
    index < characters.count ? characters[index] : nil
  }

  private mutating func single(_ kind: FilterToken.Kind) -> FilterToken.Kind {
    index += 1
    return kind
  }

  private mutating func comparator() throws(FilterError) -> String {
    let first = characters[index]
    index += 1
    if peek == "=" && first != "=" {
      index += 1
      return "\(first)="
    }
    guard first != "!" else {
      throw FilterError(position: index - 1, message: "expected “!=” after “!”")
    }
    return String(first)
  }

  private mutating func text(isValue: Bool) throws(FilterError) -> String {
    let start = index
    while let character = peek, Self.isText(character, isValue: isValue) { index += 1 }
    guard index > start else {
      throw FilterError(position: index, message: "unexpected character “\(characters[index])”")
    }
    return String(characters[start..<index])
  }

  private static func isText(_ character: Character, isValue: Bool) -> Bool {
    if character.isWhitespace { return false }
    switch character {
    case "\"", "'", "(", ")", ",", "=", "!", "<", ">": return false
    case ".", ":", "+": return isValue
    case "\0": return false
    default: return true
    }
  }

  private mutating func quoted() throws(FilterError) -> String {
    let quote = characters[index]
    let start = index
    index += 1
    var text = ""
    while let character = peek {
      index += 1
      if character == quote { return text }
      if character == "\\" {
        text.append(try escaped())
      } else {
        text.append(character)
      }
    }
    throw FilterError(position: start, message: "the string that starts here has no closing \(quote)")
  }

  private mutating func escaped() throws(FilterError) -> Character {
    guard let character = peek else {
      throw FilterError(position: index - 1, message: "the text ends after “\\”")
    }
    index += 1
    switch character {
    case "\\", "\"", "'": return character
    case "n": return "\n"
    case "t": return "\t"
    case "r": return "\r"
    default:
      throw FilterError(
        position: index - 2,
        message: "unknown escape “\\\(character)”; known: \\\\ \\\" \\' \\n \\t \\r"
      )
    }
  }
}
