/// Proto identifiers cut into words and joined again the way the Swift API guidelines write names.
enum IdentifierWords {
  /// Words written in one case throughout (`requestID`, `urlPrefix`, `imageURLs`). Fixed: a new entry would rename
  /// fields in every schema that uses the word.
  private static let initialisms: [String: String] = [
    "api": "API", "http": "HTTP", "https": "HTTPS", "id": "ID", "ids": "IDs", "ip": "IP", "json": "JSON",
    "sql": "SQL", "tls": "TLS", "uri": "URI", "uris": "URIs", "url": "URL", "urls": "URLs", "uuid": "UUID",
  ]

  /// The lower-case words of a proto identifier: cut at underscores, and inside a part of mixed case where the case
  /// changes (`HTTPServer_urlPath` gives `http server url path`). A digit belongs to the word before it.
  static func split(_ identifier: String) -> [String] {
    identifier.split(separator: "_").flatMap { splitAtCaseChanges(Array($0)) }
  }

  /// `request_id` → `requestID`, `URL` → `url`; nil where the identifier has no letter or digit at all.
  static func lowerCamelCase(_ identifier: String) -> String? {
    let words = split(identifier)
    guard let first = words.first else { return nil }
    return join(first, words.dropFirst())
  }

  /// `ticket_state` → `TicketState`. A name that is already in that form is kept letter by letter.
  static func upperCamelCase(_ identifier: String) -> String? {
    if let first = identifier.first, first.isUppercase, !identifier.contains("_") { return identifier }
    let words = split(identifier)
    guard let first = words.first else { return nil }
    return join(capitalized(first), words.dropFirst())
  }

  private static func join(_ first: String, _ rest: ArraySlice<String>) -> String {
    rest.reduce(into: first) { name, word in
      // Two numbers must not run together: `range_1_2` is not `range_12`.
      if name.last?.isNumber == true, word.first?.isNumber == true { name += "_" }
      name += capitalized(word)
    }
  }

  private static func capitalized(_ word: String) -> String {
    initialisms[word] ?? word.prefix(1).uppercased() + word.dropFirst()
  }

  private static func splitAtCaseChanges(_ part: [Character]) -> [String] {
    var words: [String] = []
    var word = ""
    for (index, character) in part.enumerated() {
      if character.isUppercase, index > 0 {
        let nextIsLower = index + 1 < part.count && part[index + 1].isLowercase && !isPlural(index + 1, of: part)
        if !part[index - 1].isUppercase || nextIsLower {
          words.append(word)
          word = ""
        }
      }
      word += character.lowercased()
    }
    words.append(word)
    return words
  }

  /// Whether the lower-case `s` at `index` only makes the capitals before it a plural (`imageURLs`).
  private static func isPlural(_ index: Int, of part: [Character]) -> Bool {
    part[index] == "s" && (index + 1 == part.count || part[index + 1].isUppercase)
  }
}
