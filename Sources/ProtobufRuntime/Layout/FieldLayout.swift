/// One field of a message: how the schema names and types it, and where it lies in the message's C struct.
public struct FieldLayout: Sendable {
  /// The name in the `.proto` file.
  public let name: String

  /// The name in JSON: lowerCamelCase unless the schema gives another (`json_name`).
  public let jsonName: String

  /// The field number, 1 to 536,870,911.
  public let number: UInt32

  /// The field's type.
  public let kind: FieldKind

  /// How often the field occurs.
  public let cardinality: Cardinality

  /// The slot's offset from the start of the C struct, in bytes.
  public let offset: Int

  /// Whether the schema deprecates the field.
  public let isDeprecated: Bool

  /// The layout of a map's entries.
  let entry: MessageLayout?

  /// Describes a field.
  ///
  /// - Parameters:
  ///   - name: The name in the `.proto` file.
  ///   - number: The field number.
  ///   - kind: The field's type.
  ///   - cardinality: How often it occurs; a map is always ``Cardinality/repeated``.
  ///   - offset: The slot's offset in bytes.
  ///   - jsonName: The name in JSON where it is not the lowerCamelCase of `name`.
  ///   - isDeprecated: Whether the schema deprecates the field.
  public init(
    _ name: String,
    _ number: UInt32,
    _ kind: FieldKind,
    _ cardinality: Cardinality = .singular,
    at offset: Int,
    jsonName: String? = nil,
    isDeprecated: Bool = false
  ) {
    self.name = name
    self.jsonName = jsonName ?? FieldLayout.jsonName(for: name)
    self.number = number
    self.kind = kind
    if case .map(let key, let value) = kind {
      self.cardinality = .repeated
      entry = MapEntry.layout(key: key, value: value)
    } else {
      self.cardinality = cardinality
      entry = nil
    }
    self.offset = offset
    self.isDeprecated = isDeprecated
  }

  /// The JSON name that protoc derives: an underscore goes and the next letter becomes a capital.
  static func jsonName(for name: String) -> String {
    var result = ""
    var capitalise = false
    for character in name.unicodeScalars {
      if character == "_" {
        capitalise = true
      } else if capitalise, ("a"..."z").contains(character), let upper = Unicode.Scalar(character.value - 32) {
        result.unicodeScalars.append(upper)
        capitalise = false
      } else {
        result.unicodeScalars.append(character)
        capitalise = false
      }
    }
    return result
  }

  /// Whether the field is a list or a map.
  public var isRepeated: Bool { cardinality == .repeated || cardinality == .packed }
}
