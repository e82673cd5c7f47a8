/// The slow path of decoding: rewrites bytes that libprotobuf-c refuses, or reads otherwise than proto3 wants, into
/// bytes that it reads as proto3 wants.
///
/// - A field whose wire type does not fit its declaration, and an unknown group, become unknown fields.
/// - Occurrences of a singular message field are joined into one, which is what merging them means; protobuf-c's own
///   merging takes quadratic time and loses fields with implicit presence.
/// - Of a oneof only the last member stays.
///
/// Where the bytes are really malformed it says what is wrong, where, and in which field. Time and memory are linear in
/// the input, times the nesting for a field that occurs again at every level.
struct WireRepair {
  private let input: UnsafeRawBufferPointer
  private let root: MessageLayout
  private let maximumNesting: Int
  private var output: [UInt8] = []
  private var path: [String] = []

  /// What one message field holds: parts of the input, in order.
  private typealias Segments = [Range<Int>]

  /// A oneof's member that came last.
  private struct Member {
    var field: FieldLayout
    var segments: Segments
  }

  static func repair(
    _ input: UnsafeRawBufferPointer,
    layout: MessageLayout,
    maximumNesting: Int
  ) throws(DecodingError) -> [UInt8] {
    var repair = WireRepair(input: input, root: layout, maximumNesting: maximumNesting)
    repair.output.reserveCapacity(input.count + input.count / 8)
    try repair.message(layout, [0..<input.count])
    return repair.output
  }

  private init(input: UnsafeRawBufferPointer, root: MessageLayout, maximumNesting: Int) {
    self.input = input
    self.root = root
    self.maximumNesting = maximumNesting
  }

  private func error(_ reason: DecodingError.Reason) -> DecodingError {
    DecodingError(reason: reason, message: root.fullName, path: path.joined(separator: "."))
  }

  private func malformed(_ text: String?, at offset: Int) -> DecodingError {
    error(.malformed(text ?? "malformed", offset: offset))
  }

  private mutating func message(_ layout: MessageLayout, _ segments: Segments) throws(DecodingError) {
    var singular: [UInt32: Segments] = [:]
    var members: [String: Member] = [:]
    var counts: [UInt32: Int] = [:]
    for segment in segments {
      var cursor = WireCursor(UnsafeRawBufferPointer(rebasing: input[segment]))
      while !cursor.isAtEnd {
        let start = cursor.offset
        guard let tag = cursor.readTag() else { throw malformed(cursor.problem, at: segment.lowerBound + start) }
        let field = layout.field(numbered: tag.number)
        let valueStart = cursor.offset
        guard cursor.skip(tag, maximumNesting: maximumNesting) != nil else {
          if let field { path.append(field.name) }
          throw malformed(cursor.problem, at: segment.lowerBound + cursor.offset)
        }
        let whole = segment.lowerBound + start..<segment.lowerBound + cursor.offset
        guard let field, field.accepts(tag.wireType) else {
          carry(whole)
          continue
        }
        let value = segment.lowerBound + valueStart..<whole.upperBound
        if case .oneof(let name, _) = field.cardinality {
          if members[name]?.field.number != field.number || field.submessage == nil { members[name] = nil }
          let part = field.submessage == nil ? whole : payload(of: value)
          members[name, default: Member(field: field, segments: [])].segments.append(part)
        } else if let nested = field.submessage {
          if field.isRepeated {
            let index = counts[field.number, default: 0]
            counts[field.number] = index + 1
            try submessage(nested, field, "[\(index)]", [payload(of: value)])
          } else {
            singular[field.number, default: []].append(payload(of: value))
          }
        } else {
          try checkPacked(field, tag, value)
          output.append(contentsOf: input[whole])
        }
      }
    }
    for (number, segments) in singular {
      guard let field = layout.field(numbered: number), let nested = field.submessage else { continue }
      try submessage(nested, field, "", segments)
    }
    for member in members.values {
      if let nested = member.field.submessage {
        try submessage(nested, member.field, "", member.segments)
      } else {
        for segment in member.segments { output.append(contentsOf: input[segment]) }
      }
    }
  }

  /// The bytes of a length-delimited value, which is known to be whole, without its length.
  private func payload(of value: Range<Int>) -> Range<Int> {
    var cursor = WireCursor(UnsafeRawBufferPointer(rebasing: input[value]))
    let range = cursor.readDelimited() ?? 0..<0
    return value.lowerBound + range.lowerBound..<value.lowerBound + range.upperBound
  }

  private mutating func submessage(
    _ layout: MessageLayout,
    _ field: FieldLayout,
    _ index: String,
    _ segments: Segments
  ) throws(DecodingError) {
    path.append(field.name + index)
    guard path.count <= maximumNesting else { throw error(.nestingTooDeep(limit: maximumNesting)) }
    Varint.append(UInt64(field.number) << 3 | UInt64(WireType.delimited.rawValue), to: &output)
    let lengthOffset = output.count
    output.append(contentsOf: repeatElement(0, count: 5))
    try message(layout, segments)
    setLength(output.count - lengthOffset - 5, at: lengthOffset)
    path.removeLast()
  }

  /// Writes a length as a varint of exactly five bytes, which its reader takes as well as a shorter one.
  private mutating func setLength(_ length: Int, at offset: Int) {
    for index in 0..<5 {
      let part = UInt8(truncatingIfNeeded: length >> (7 * index)) & 0x7f
      output[offset + index] = index < 4 ? part | 0x80 : part
    }
  }

  private mutating func carry(_ field: Range<Int>) {
    Varint.append(UnknownFieldCarrier.tag, to: &output)
    Varint.append(UInt64(field.count), to: &output)
    output.append(contentsOf: input[field])
  }

  /// Checks the elements of a packed field, so that a malformed one is named.
  private mutating func checkPacked(
    _ field: FieldLayout,
    _ tag: WireCursor.Tag,
    _ value: Range<Int>
  ) throws(DecodingError) {
    guard field.isRepeated, tag.wireType == .delimited, let element = field.kind.packedWireType else { return }
    let range = payload(of: value)
    var cursor = WireCursor(UnsafeRawBufferPointer(rebasing: input[range]))
    while !cursor.isAtEnd {
      let start = cursor.offset
      let isWhole = cursor.skip(WireCursor.Tag(number: field.number, wireType: element), maximumNesting: 0) != nil
      guard isWhole else {
        path.append(field.name)
        throw malformed(cursor.problem, at: range.lowerBound + start)
      }
    }
  }
}
