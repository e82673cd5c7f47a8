/// A message of a type that is known only at run time: its bytes, checked against the schema, and its JSON form.
public struct DynamicMessage: Sendable, Hashable {
  /// The full name of the message's type.
  public let typeName: String

  /// The message's bytes.
  public let serialized: [UInt8]

  private let pool: DescriptorPool

  /// Checks bytes against the type's schema.
  ///
  /// Throws a ``SchemaError`` where the pool has no such type, a ``DecodingError`` where the bytes are not one.
  public init(
    serialized: [UInt8],
    type: String,
    in pool: DescriptorPool,
    options: DecodingOptions = DecodingOptions()
  ) throws {
    let layout = try pool.requireLayout(named: type)
    try Unpacking.check(serialized.span.bytes, layout: layout, options: options)
    self.init(typeName: type, serialized: serialized, pool: pool)
  }

  /// Reads the proto3 JSON form; an `Any` may hold the types of the pool as well as those of the options.
  ///
  /// Throws a ``SchemaError`` where the pool has no such type, a ``JSONDecodingError`` where the text is not one.
  public init(
    json: String,
    type: String,
    in pool: DescriptorPool,
    options: JSONDecodingOptions = JSONDecodingOptions()
  ) throws {
    var options = options
    options.types.add(pool)
    let bytes = try JSONMessageReader.withStruct(
      json,
      layout: pool.requireLayout(named: type),
      options: options
    ) { fields in PreparedMessage(fields.base).bytes() }
    self.init(typeName: type, serialized: bytes, pool: pool)
  }

  private init(typeName: String, serialized: [UInt8], pool: DescriptorPool) {
    self.typeName = typeName
    self.serialized = serialized
    self.pool = pool
  }

  /// The proto3 JSON form; an `Any` may hold the types of the pool as well as those of the options.
  public func json(options: JSONEncodingOptions = JSONEncodingOptions()) throws -> String {
    var options = options
    options.types.add(pool)
    let layout = try pool.requireLayout(named: typeName)
    return try Unpacking.withCheckedStruct(serialized.span.bytes, layout: layout, options: DecodingOptions()) {
      try JSONMessageWriter.text(of: $0, layout: layout, options: options)
    }
  }

  /// Two messages are equal where their types and bytes are.
  public static func == (left: DynamicMessage, right: DynamicMessage) -> Bool {
    left.typeName == right.typeName && left.serialized == right.serialized
  }

  /// Hashes type and bytes.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(typeName)
    hasher.combine(serialized)
  }
}

extension DescriptorPool {
  func requireLayout(named name: String) throws(SchemaError) -> MessageLayout {
    guard let layout = layout(named: name) else { throw SchemaError("expected a known message type, got \(name)") }
    return layout
  }
}
