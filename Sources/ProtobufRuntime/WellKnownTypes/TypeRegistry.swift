/// The message types that a `google.protobuf.Any` may hold, by full name.
public struct TypeRegistry: Sendable {
  private var layouts: [String: MessageLayout] = [:]

  /// A registry of these types.
  public init(_ types: [any Message.Type] = []) {
    for type in types { add(type.layout) }
  }

  /// Adds a type.
  public mutating func add(_ layout: MessageLayout) { layouts[layout.fullName] = layout }

  /// The type that a type URL names: the part after its last slash is the full name.
  public func layout(forTypeURL url: String) -> MessageLayout? {
    guard let slash = url.lastIndex(of: "/") else { return nil }
    return layouts[String(url[url.index(after: slash)...])]
  }
}
