/// Writes where a module's clients take the ids of their requests from (AIP-155).
struct RequestIDPrinter {
  private static let source = """
    /// Ids for requests that have none of their own, so that a server recognises a repeated one (AIP-155).
    enum RequestID {
      /// A random UUID (version 4, RFC 9562) in its text form.
      static func random() -> String {
        let high = UInt64.random(in: 0...UInt64.max) & ~0xF000 | 0x4000
        let low = UInt64.random(in: 0...UInt64.max) & ~(0b11 << 62) | 0b10 << 62
        let groups = [(high, 32, 8), (high, 16, 4), (high, 0, 4), (low, 48, 4), (low, 0, 12)]
        return groups.map { number, shift, digits in
          let part = number >> UInt64(shift) & (1 << UInt64(digits * 4) - 1)
          let text = String(part, radix: 16)
          return String(repeating: "0", count: digits - text.count) + text
        }.joined(separator: "-")
      }
    }
    """

  func write(to writer: inout SourceWriter) {
    for line in Self.source.split(separator: "\n", omittingEmptySubsequences: false) { writer.line(String(line)) }
  }
}
