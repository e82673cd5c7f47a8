internal import ProtobufRuntime

/// A field that holds names of other records, as bytes in wire format see it: the fields to enter, and the last one, a
/// text. Names are replaced there without knowing the message's type.
struct ReferencePath: Sendable {
  private let numbers: [UInt32]

  /// Finds the fields of a path such as `links[].subject`; nil if the message has none of these names.
  init?(_ path: String, in layout: MessageLayout) {
    var layout = layout
    var numbers: [UInt32] = []
    let names = path.split(separator: ".").map { String($0).replacing("[]", with: "") }
    for (index, name) in names.enumerated() {
      guard let field = layout.field(named: name) else { return nil }
      numbers.append(field.number)
      switch field.kind {
      case .message(let inner) where index < names.count - 1: layout = inner()
      case .string where index == names.count - 1: break
      default: return nil
      }
    }
    self.numbers = numbers
  }

  /// The message with each name replaced that `replacement` gives another for, and how many were. A list does not name a
  /// record twice: what it would repeat by the replacement is left out. Nil if the bytes are no message.
  func replace(
    in bytes: [UInt8],
    _ replacement: (_ name: String) -> String?
  ) -> (bytes: [UInt8], count: Int)? {
    var count = 0
    guard let replaced = replace(in: bytes[...], numbers[...], replacement, &count) else { return nil }
    return (replaced, count)
  }

  private func replace(
    in bytes: ArraySlice<UInt8>,
    _ numbers: ArraySlice<UInt32>,
    _ replacement: (String) -> String?,
    _ count: inout Int
  ) -> [UInt8]? {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + 64)
    var rest = bytes
    var names: Set<String> = []
    while !rest.isEmpty {
      let field = rest
      guard let tag = WireVarint.take(from: &rest), let body = Self.takeBody(tag, from: &rest) else { return nil }
      guard tag & 7 == 2, tag >> 3 == UInt64(numbers.first ?? 0) else {
        result += field[..<rest.startIndex]
        continue
      }
      var content = Array(body)
      if numbers.count > 1 {
        guard let inner = replace(in: body, numbers.dropFirst(), replacement, &count) else { return nil }
        content = inner
      } else {
        var name = String(decoding: body, as: UTF8.self)
        if let new = replacement(name) {
          name = new
          content = Array(new.utf8)
          count += 1
        }
        guard names.insert(name).inserted else { continue }
      }
      WireVarint.append(tag, to: &result)
      WireVarint.append(UInt64(content.count), to: &result)
      result += content
    }
    return result
  }

  /// What follows a tag; for a length-delimited field without its length.
  private static func takeBody(_ tag: UInt64, from rest: inout ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    let count: Int
    switch tag & 7 {
    case 0:
      guard WireVarint.take(from: &rest) != nil else { return nil }
      return []
    case 1: count = 8
    case 2:
      guard let length = WireVarint.take(from: &rest), length <= UInt64(rest.count) else { return nil }
      count = Int(length)
    case 5: count = 4
    default: return nil
    }
    guard count <= rest.count else { return nil }
    defer { rest = rest.dropFirst(count) }
    return rest.prefix(count)
  }
}
