extension JSONMessageWriter {
  /// Writes a message of `google.protobuf` that has a JSON form of its own.
  mutating func wellKnown(
    _ type: WellKnownType,
    _ message: UnsafeRawPointer,
    _ layout: MessageLayout
  ) throws(JSONEncodingError) {
    switch type {
    case .any:
      try any(message, layout)
    case .timestamp:
      try secondsAndNanos(message, layout, "a time from year 1 to 9999", TimestampText.format)
    case .duration:
      try secondsAndNanos(
        message,
        layout,
        "a duration of at most 315576000000 seconds, both parts of one sign",
        DurationText.format
      )
    case .fieldMask:
      try fieldMask(message, layout)
    case .wrapper, .structure, .listValue:
      if let field = layout.fields.first { try self.field(field, of: message) }
    case .value:
      guard let field = layout.fields.first(where: { $0.isSet(in: message) }) else { return output.raw("null") }
      if case .double = field.kind, !(message + field.offset).load(as: Double.self).isFinite {
        throw error("expected a finite number in a google.protobuf.Value, got NaN or infinity")
      }
      try self.field(field, of: message)
    }
  }

  private mutating func secondsAndNanos(
    _ message: UnsafeRawPointer,
    _ layout: MessageLayout,
    _ expected: String,
    _ format: (Int64, Int32) -> String?
  ) throws(JSONEncodingError) {
    guard let seconds = layout.field(numbered: 1), let nanos = layout.field(numbered: 2) else { return }
    let value = (
      message.load(fromByteOffset: seconds.offset, as: Int64.self),
      message.load(fromByteOffset: nanos.offset, as: Int32.self)
    )
    guard let text = format(value.0, value.1) else {
      throw error("expected \(expected), got \(value.0) seconds and \(value.1) nanoseconds")
    }
    output.quoted(text)
  }

  private mutating func fieldMask(_ message: UnsafeRawPointer, _ layout: MessageLayout) throws(JSONEncodingError) {
    guard let field = layout.field(numbered: 1) else { return }
    var paths: [String] = []
    for slot in field.elements(in: message) {
      let path = try text(at: slot)
      guard let json = FieldPathText.json(path) else {
        throw error("expected a field path that lowerCamelCase can spell, got \"\(path)\"")
      }
      paths.append(json)
    }
    output.string(paths.joined(separator: ","))
  }

  private mutating func any(_ message: UnsafeRawPointer, _ layout: MessageLayout) throws(JSONEncodingError) {
    guard let urlField = layout.field(numbered: 1), let valueField = layout.field(numbered: 2) else { return }
    let url = try text(at: message + urlField.offset)
    let bytes = (message + valueField.offset).slotBytes
    output.open("{")
    if !url.isEmpty || !bytes.isEmpty {
      output.name("@type")
      output.string(url)
      guard let content = options.types.layout(forTypeURL: url) else {
        throw error("expected a google.protobuf.Any of a known type, got \"\(url.prefix(100))\"")
      }
      try anyContent(Span(_unsafeElements: bytes).bytes, content)
    }
    output.close("}")
  }

  private mutating func anyContent(_ bytes: RawSpan, _ layout: MessageLayout) throws(JSONEncodingError) {
    do {
      try Unpacking.withCheckedStruct(bytes, layout: layout, options: DecodingOptions()) { content in
        if layout.wellKnownType == nil {
          try fields(content, layout)
        } else {
          output.name("value")
          try message(content, layout)
        }
      }
    } catch let error as JSONEncodingError {
      throw error
    } catch {
      throw self.error("expected the bytes of a \(layout.fullName), got: \(error)")
    }
  }
}
