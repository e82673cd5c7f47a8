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
    let parts = name.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == (collection.isEmpty ? 2 : 4), parts[0] == "cities", Self.isCity(parts[1]) else { return nil }
    let city = String(parts[1])
    if collection.isEmpty { return ResourceName(text: name, city: city, id: city) }
    guard parts[2] == collection, (1...64).contains(parts[3].utf8.count), Self.isIdentifier(parts[3]) else {
      return nil
    }
    return ResourceName(text: name, city: city, id: String(parts[3]))
  }

  private static func isCity(_ text: Substring) -> Bool {
    text.utf8.count == 6 && text.utf8.allSatisfy { (48...57).contains($0) }
  }

  private static func isIdentifier(_ text: Substring) -> Bool {
    text.utf8.allSatisfy { byte in
      (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte) || byte == 45
    }
  }
}
