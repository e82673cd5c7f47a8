internal import SwiftProtobufPluginLibrary

/// One field of a message as it is generated: its Swift name and type, and its place in the C struct.
struct Field {
  let descriptor: FieldDescriptor
  /// The property's or the case's name, without backticks.
  let name: String
  let type: FieldType
  /// The Swift type of one element: that of the value of a singular field, of a list's element, or of a map's value.
  let elementType: String
  /// The Swift type of a map's key; nil for other fields.
  let keyType: String?
  /// Whether the field is stored behind a reference, because its type leads back to its message.
  let isRecursive: Bool
  /// Whether the schema deprecates the field or its type, so that using it warns.
  let isDeprecated: Bool
  let offset: Int
  /// The offset of the presence word, or of the oneof's case word.
  let quantifierOffset: Int?

  var number: Int32 { descriptor.number }

  /// Whether the Swift property is an optional: a message or an explicit `optional`.
  var isOptional: Bool { descriptor.hasPresence && descriptor.realContainingOneof == nil }

  /// The property's Swift type.
  var propertyType: String {
    if let keyType { return "[\(keyType): \(elementType)]" }
    if descriptor.isRepeated { return "[\(elementType)]" }
    return isOptional ? elementType + "?" : elementType
  }

  /// The default behind `=` in the property's declaration; nil for optionals, which start as nil.
  var defaultValue: String? {
    if keyType != nil { return "[:]" }
    if descriptor.isRepeated { return "[]" }
    if isOptional { return nil }
    switch type {
    case .scalar(_, _, let value): return value
    case .enumeration(let descriptor):
      // A deprecated case would warn where nobody chose it.
      guard let zero = descriptor.values.first(where: { $0.number == 0 }), !zero.options.deprecated else {
        return elementType + "()"
      }
      return "." + MemberNames.cases(of: descriptor)[zero.name]
    case .message, .map: return elementType + "()"
    }
  }
}
