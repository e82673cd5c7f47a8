extension ProtobufAny {
  /// The prefix of type URLs unless another is given.
  public static let defaultPrefix = "type.googleapis.com"

  /// Wraps a message; `prefix` goes before the slash and the type's full name.
  public init(packing message: some Message, prefix: String = ProtobufAny.defaultPrefix) throws {
    self.init()
    typeURL = "\(prefix)/\(type(of: message).layout.fullName)"
    value = try message.serialized(options: EncodingOptions(isDeterministic: true))
  }

  /// The full name of the wrapped message's type: what follows the URL's last slash.
  public var typeName: String {
    String(typeURL[(typeURL.lastIndex(of: "/").map(typeURL.index(after:)) ?? typeURL.endIndex)...])
  }

  /// Whether the wrapped message is of this type.
  public func holds<M: Message>(_ type: M.Type) -> Bool { typeName == M.layout.fullName }

  /// The wrapped message, nil where it is of another type. Throws a ``DecodingError`` where its bytes are malformed.
  public func unpacked<M: Message>(
    as type: M.Type = M.self,
    options: DecodingOptions = DecodingOptions()
  ) throws(DecodingError) -> M? {
    holds(type) ? try M(serialized: value, options: options) : nil
  }
}
