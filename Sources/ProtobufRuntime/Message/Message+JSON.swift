extension Message {
  /// Reads the proto3 JSON form (https://protobuf.dev/programming-guides/json/).
  ///
  /// Throws a ``JSONDecodingError`` with the line, the column and the path of what is wrong.
  public init(
    json: String,
    options: JSONDecodingOptions = JSONDecodingOptions()
  ) throws(JSONDecodingError) {
    self = try JSONMessageReader.withStruct(json, layout: Self.layout, options: options) { Self(reading: $0) }
  }

  /// The proto3 JSON form.
  ///
  /// Throws a ``JSONEncodingError`` where a field's value has none: a time out of range, an `Any` of an unknown type.
  public func json(options: JSONEncodingOptions = JSONEncodingOptions()) throws -> String {
    try withStruct(EncodingOptions(isDeterministic: true)) { message in
      try JSONMessageWriter.text(of: message, layout: Self.layout, options: options)
    }
  }
}
