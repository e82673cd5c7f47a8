/// The full names that schema files declare.
struct SymbolTable: Sendable {
  struct Message: Sendable {
    var schema: MessageSchema
    var syntax: FileSchema.Syntax
  }

  private(set) var messages: [String: Message] = [:]
  private(set) var enums: [String: EnumSchema] = [:]

  /// The file that declares each name.
  private(set) var files: [String: String] = [:]

  /// For each extended message the files by the numbers they add.
  private(set) var extensions: [String: [Int32: String]] = [:]

  static func join(_ scope: String, _ name: String) -> String { scope.isEmpty ? name : "\(scope).\(name)" }

  mutating func add(_ file: FileSchema) throws(SchemaError) {
    for message in file.messages { try add(message, scope: file.package, file) }
    for item in file.enums { try add(item, scope: file.package, file) }
    for item in file.extensions { try add(item, scope: file.package, file) }
    for service in file.services {
      let name = SymbolTable.join(file.package, service.name)
      try declare(name, in: file)
      for method in service.methods { try declare(SymbolTable.join(name, method.name), in: file) }
    }
  }

  private mutating func declare(_ name: String, in file: FileSchema) throws(SchemaError) {
    if let other = files.updateValue(file.name, forKey: name) {
      throw SchemaError("\(file.name) declares \(name), which \(other) has declared already")
    }
  }

  private mutating func add(_ message: MessageSchema, scope: String, _ file: FileSchema) throws(SchemaError) {
    let name = SymbolTable.join(scope, message.name)
    try declare(name, in: file)
    messages[name] = Message(schema: message, syntax: file.syntax)
    for field in message.fields { try declare(SymbolTable.join(name, field.name), in: file) }
    for nested in message.messages { try add(nested, scope: name, file) }
    for item in message.enums { try add(item, scope: name, file) }
    for item in message.extensions { try add(item, scope: name, file) }
  }

  private mutating func add(_ item: EnumSchema, scope: String, _ file: FileSchema) throws(SchemaError) {
    let name = SymbolTable.join(scope, item.name)
    try declare(name, in: file)
    enums[name] = item
    // A value's full name has the enum's scope, not the enum.
    for (value, _) in item.values { try declare(SymbolTable.join(scope, value), in: file) }
  }

  private mutating func add(_ item: ExtensionSchema, scope: String, _ file: FileSchema) throws(SchemaError) {
    try declare(SymbolTable.join(scope, item.name), in: file)
    extensions[item.extendee, default: [:]][item.number] = file.name
  }
}
