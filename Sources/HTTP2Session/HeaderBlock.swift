/// An ordered list of header fields in one allocation.
///
/// A field lies in `storage` as two 32-bit lengths (little endian), the name and the value. Header fields are met once,
/// in order, and most are compared with a known name and never become a `String`.
public struct HeaderBlock: Sendable, Hashable {
  var storage: [UInt8]

  /// Number of fields.
  public internal(set) var count = 0

  /// True where fields are missing because the block was over a limit.
  public internal(set) var isTruncated = false

  static let prefixSize = 8

  /// An empty block with room for `capacity` bytes.
  public init(reservingCapacity capacity: Int = 128) {
    storage = []
    storage.reserveCapacity(capacity)
  }

  /// A block of these fields.
  public init(_ fields: [(String, String)]) {
    self.init(reservingCapacity: fields.count * 48)
    for (name, value) in fields {
      append(name, value)
    }
  }

  /// Adds a field. HTTP/2 wants names in lower case and neither part with line ends; the peer refuses others.
  public mutating func append(_ name: String, _ value: String) {
    append(name.utf8, value.utf8)
  }

  /// Adds a field from UTF-8 bytes.
  public mutating func append(_ name: some Collection<UInt8>, _ value: some Collection<UInt8>) {
    appendLength(name.count)
    appendLength(value.count)
    storage.append(contentsOf: name)
    storage.append(contentsOf: value)
    count += 1
  }

  private mutating func appendLength(_ length: Int) {
    let word = UInt32(truncatingIfNeeded: length)
    for shift in stride(from: 0, through: 24, by: 8) {
      storage.append(UInt8(truncatingIfNeeded: word >> UInt32(shift)))
    }
  }

  /// Calls `body` with each field's name and value, in order.
  public func forEach<Failure: Error>(
    _ body: (_ name: Span<UInt8>, _ value: Span<UInt8>) throws(Failure) -> Void
  ) throws(Failure) {
    let bytes = storage.span
    var offset = 0
    while offset < bytes.count {
      let name = offset + Self.prefixSize
      let value = name + Self.length(in: bytes, at: offset)
      offset = value + Self.length(in: bytes, at: offset + 4)
      try body(bytes.extracting(name..<value), bytes.extracting(value..<offset))
    }
  }

  private static func length(in bytes: Span<UInt8>, at offset: Int) -> Int {
    Int(bytes[offset]) | Int(bytes[offset + 1]) << 8 | Int(bytes[offset + 2]) << 16 | Int(bytes[offset + 3]) << 24
  }

  /// All fields as strings, invalid UTF-8 repaired; for tests and logs.
  public var fields: [(name: String, value: String)] {
    var result: [(name: String, value: String)] = []
    forEach { name, value in
      result.append((String(repairing: name), String(repairing: value)))
    }
    return result
  }

  /// The value of the first field with this name, or nil.
  public subscript(name: String) -> String? {
    fields.first { $0.name == name }?.value
  }
}

extension String {
  fileprivate init(repairing bytes: Span<UInt8>) {
    self = bytes.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
  }
}
