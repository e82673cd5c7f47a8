extension Metadata {
  /// Adds a header or trailer as it came. A `-bin` value may hold several, joined by commas, with or without padding
  /// (grpc/doc/PROTOCOL-HTTP2.md, Custom-Metadata); throws INTERNAL if one is not base 64. Text is taken as it is.
  package mutating func add(name: Span<UInt8>, value: Span<UInt8>) throws(RPCError) {
    let key = String(copying: name)
    guard key.hasSuffix("-bin") else { return addUnchecked(.text(String(copying: value)), for: key) }
    var start = 0
    for end in 0...value.count where end == value.count || value[end] == UInt8(ascii: ",") {
      guard let bytes = Base64.decode(value.extracting(value.trimmingSpaces(start..<end))) else {
        throw RPCError(code: .internal, message: "the value of metadata key '\(key)' is not base 64")
      }
      addUnchecked(.binary(bytes), for: key)
      start = end + 1
    }
  }

  /// Appends the entries as header fields, binary values as base 64 without padding.
  package func append(to fields: inout [HeaderField]) {
    for entry in entries {
      switch entry.value {
      case .text(let text): fields.append(HeaderField(name: entry.key, value: text))
      case .binary(let bytes): fields.append(HeaderField(name: entry.key, value: Base64.encode(bytes)))
      }
    }
  }
}
