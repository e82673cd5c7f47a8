/// The layouts of a pool's messages and enums.
///
/// Layouts find each other through this object, without owning it: messages may contain themselves. So a layout must
/// not outlive it; whatever uses one keeps the pool.
final class DynamicLayouts: Sendable {
  let messages: [String: MessageLayout]
  let enums: [String: EnumLayout]

  /// Layouts before the object exists that their closures look into.
  private final class Link: @unchecked Sendable {
    // Unchecked: set once, at the end of the initialiser that makes the closures, before anyone can call them.
    weak var target: DynamicLayouts?
  }

  init(_ symbols: SymbolTable) throws(SchemaError) {
    let link = Link()
    enums = symbols.enums.reduce(into: [:]) { $0[$1.key] = EnumLayout($1.key, $1.value.values) }
    var messages: [String: MessageLayout] = [:]
    for (name, message) in symbols.messages where !message.schema.isMapEntry {
      let builder = DynamicLayoutBuilder(
        name: name,
        message: message,
        symbols: symbols,
        messageLayout: { name in { link.target?.messages[name] ?? DynamicLayouts.missing } },
        enumLayout: { name in { link.target?.enums[name] ?? EnumLayout(name, []) } }
      )
      messages[name] = try builder.layout()
    }
    self.messages = messages
    link.target = self
  }

  /// Stands for a message that is not there; the builder has refused schemas that refer to one.
  private static let missing = MessageLayout("", size: MessageLayout.headerSize, fields: [])
}
