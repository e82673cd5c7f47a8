/// The message types that a `google.protobuf.Any` may hold, by full name.
public struct TypeRegistry: Sendable {
  private var layouts: [String: MessageLayout] = [:]

  /// Pools whose layouts are registered here; they must live as long.
  private var pools: [DescriptorPool] = []

  /// A registry of these types, and of those of `google.protobuf`.
  public init(_ types: [any Message.Type] = []) {
    for type in types { add(type.layout) }
  }

  private static let wellKnownLayouts: [String: MessageLayout] = {
    let types: [any Message.Type] = [
      ProtobufAny.self, ProtobufDuration.self, ProtobufEmpty.self, FieldMask.self, ProtobufListValue.self,
      ProtobufStruct.self, Timestamp.self, ProtobufValue.self, DoubleValue.self, FloatValue.self, Int64Value.self,
      UInt64Value.self, Int32Value.self, UInt32Value.self, BoolValue.self, StringValue.self, BytesValue.self,
    ]
    return Dictionary(types.map { ($0.layout.fullName, $0.layout) }, uniquingKeysWith: { first, _ in first })
  }()

  /// Adds a type.
  mutating func add(_ layout: MessageLayout) { layouts[layout.fullName] = layout }

  /// Adds the types of a pool, but for those that are known already.
  public mutating func add(_ pool: DescriptorPool) {
    pools.append(pool)
    for layout in pool.allLayouts where layouts[layout.fullName] == nil { add(layout) }
  }

  /// The type that a type URL names: the part after its last slash is the full name.
  func layout(forTypeURL url: String) -> MessageLayout? {
    guard let slash = url.lastIndex(of: "/") else { return nil }
    let name = String(url[url.index(after: slash)...])
    return layouts[name] ?? TypeRegistry.wellKnownLayouts[name]
  }
}
