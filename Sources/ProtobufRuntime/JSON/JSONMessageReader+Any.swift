internal import CProtobufC

extension JSONMessageReader {
  /// `google.protobuf.Any`: an object with the type's URL in `@type`, which may stand anywhere in it, and the message's
  /// fields beside it; a message with a JSON form of its own stands in `value`.
  mutating func any(_ layout: MessageLayout, into base: UnsafeMutableRawPointer) throws(JSONProblem) {
    guard cursor.peek() == UInt8(ascii: "{") else { throw cursor.unexpected("an object (\(layout.fullName))") }
    let start = cursor.offset
    guard let url = try typeURL() else {
      // An empty Any is an empty object; fields without a type mean nothing.
      cursor.offset = start + 1
      guard cursor.take("}") else {
        throw JSONProblem(
          .unexpectedValue,
          "expected \"@type\" in a google.protobuf.Any, got an object without it",
          at: start
        )
      }
      return
    }
    guard let content = options.types.layout(forTypeURL: url) else {
      throw JSONProblem(.unknownType, "expected the URL of a known type, got \"\(url.prefix(100))\"", at: start)
    }
    content.link()
    cursor.offset = start
    let message: UnsafeMutableRawPointer
    if content.wellKnownType == nil {
      message = try makeStruct(content)
      try object(content, into: message, ignoring: "@type")
    } else {
      message = try wellKnownContent(content)
    }
    guard let urlField = layout.field(numbered: 1), let valueField = layout.field(numbered: 2) else { return }
    try store(bytes: Array(url.utf8), into: base + urlField.offset)
    try store(bytes: PreparedMessage(message).bytes(), into: base + valueField.offset)
  }

  /// Looks for `@type` and leaves the cursor somewhere.
  private mutating func typeURL() throws(JSONProblem) -> String? {
    var url: String?
    try cursor.expect("{", "an object")
    if cursor.take("}") { return nil }
    repeat {
      _ = cursor.peek()
      let start = cursor.offset
      let name = try cursor.readName()
      guard name == "@type" else {
        try cursor.skipValue(maximumNesting: remainingNesting)
        continue
      }
      guard url == nil else { throw JSONProblem(.duplicate, "expected \"@type\" once, got it twice", at: start) }
      url = try cursor.string(cursor.readText("a type URL"))
    } while cursor.take(",")
    try cursor.expect("}", "\",\" or \"}\"")
    return url
  }

  private mutating func wellKnownContent(_ layout: MessageLayout) throws(JSONProblem) -> UnsafeMutableRawPointer {
    var message: UnsafeMutableRawPointer?
    try cursor.expect("{", "an object")
    repeat {
      _ = cursor.peek()
      let start = cursor.offset
      let name = try cursor.readName()
      switch name {
      case "@type":
        try cursor.skipValue(maximumNesting: remainingNesting)
      case "value" where message == nil:
        path.append(name)
        message = try self.message(layout)
        path.removeLast()
      default:
        throw JSONProblem(.unknownName, "expected \"value\" beside \"@type\", got \"\(name)\"", at: start)
      }
    } while cursor.take(",")
    try cursor.expect("}", "\",\" or \"}\"")
    guard let message else {
      throw JSONProblem(.unexpectedValue, "expected \"value\" beside \"@type\", got nothing", at: cursor.offset)
    }
    return message
  }
}
