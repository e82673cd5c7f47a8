/// A type of resource (google.api.resource) and the shape of its names, `cities/{city}/<collection>/{id}`.
struct ResourceType: Sendable, Hashable {
  /// The type as google.api.resource has it, for instance `redsail/Firm`.
  let name: String
  /// The collection in names, for instance `firms`; empty for the city itself.
  let collection: String
  /// The field that carries the resource in create and update requests, for instance `firm`.
  let field: String
  /// The last part's variable in the pattern.
  private let variable: String

  init(_ name: String, collection: String, field: String) {
    self.name = name
    self.collection = collection
    self.field = field
    variable = field
  }

  /// The names' pattern.
  var pattern: String {
    collection.isEmpty ? "cities/{city}" : "cities/{city}/\(collection)/{\(variable)}"
  }

  /// The name of a resource of this type.
  func name(city: String, id: String) -> String {
    collection.isEmpty ? "cities/\(id)" : "cities/\(city)/\(collection)/\(id)"
  }

  /// Takes a name apart; nil if it is not of this type.
  func parse(_ name: String) -> ResourceName? {
    guard matches(name) else { return nil }
    let utf8 = name.utf8
    let start = utf8.index(utf8.startIndex, offsetBy: Self.prefix.utf8.count)
    let end = utf8.index(start, offsetBy: Self.cityLength)
    let city = String(name[start..<end])
    if collection.isEmpty { return ResourceName(text: name, city: city, id: city) }
    let id = utf8.index(end, offsetBy: collection.utf8.count + 2)
    return ResourceName(text: name, city: city, id: String(name[id...]))
  }

  /// Whether a name is of this type. Every call passes here many times, so nothing is allocated.
  func matches(_ name: String) -> Bool {
    let text = name.utf8Span.span
    let prefix = Self.prefix.utf8Span.span
    let end = prefix.count + Self.cityLength
    guard text.count >= end, Self.holds(text, prefix, at: 0) else { return false }
    for index in prefix.count..<end where !(48...57).contains(text[index]) { return false }
    guard !collection.isEmpty else { return text.count == end }
    let collection = collection.utf8Span.span
    let id = end + collection.count + 2
    guard text.count > id, text.count <= id + 64, text[end] == 47, text[id - 1] == 47 else { return false }
    guard Self.holds(text, collection, at: end + 1) else { return false }
    for index in id..<text.count where !Self.isIdentifier(text[index]) { return false }
    return true
  }

  private static let prefix = "cities/"
  private static let cityLength = 6

  private static func holds(_ text: Span<UInt8>, _ part: Span<UInt8>, at offset: Int) -> Bool {
    for index in 0..<part.count where text[offset + index] != part[index] { return false }
    return true
  }

  private static func isIdentifier(_ byte: UInt8) -> Bool {
    (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte) || byte == 45
  }
}
