/// What the readers of one message share: how deep they are, and the first thing that went wrong.
///
/// Generated initialisers cannot throw; a failure is noted here and thrown once they have returned.
@usableFromInline
struct DecodingContext {
  @usableFromInline let maximumNesting: Int
  @usableFromInline var depth = 0
  @usableFromInline private(set) var hasFailed = false

  /// Whether the bytes went through ``WireRepair``.
  let isRepaired: Bool

  /// Set where protobuf-c let something through that only ``WireRepair`` can judge.
  var needsRepair = false
  private var failure: DecodingError.Reason?

  /// The path from the outermost message to the field that failed, innermost first; complete once `depth` is 0 again.
  private var path: [String] = []

  /// The depth up to which `path` has been noted.
  private var notedDepth = 0

  init(maximumNesting: Int, isRepaired: Bool) {
    self.maximumNesting = maximumNesting
    self.isRepaired = isRepaired
  }

  /// Notes a failure in the slot of the message whose C struct is at `message`, unless there is one already.
  mutating func fail(_ reason: DecodingError.Reason, at slot: UnsafeRawPointer?, of message: UnsafeRawPointer) {
    guard !hasFailed else { return }
    hasFailed = true
    failure = reason
    notedDepth = depth
    if let slot { path.append(FieldLayout.name(ofSlot: slot, in: message)) }
  }

  /// After a nested message: where it holds the failure, notes the field it lies in.
  mutating func noteParent(_ slot: UnsafeRawPointer, of message: UnsafeRawPointer) {
    guard hasFailed, notedDepth == depth + 1 else { return }
    notedDepth = depth
    path.append(FieldLayout.name(ofSlot: slot, in: message))
  }

  /// Whether anything went wrong.
  var isTroubled: Bool { hasFailed || needsRepair }

  func error(in layout: MessageLayout) -> DecodingError? {
    failure.map {
      DecodingError(reason: $0, message: layout.fullName, path: path.reversed().joined(separator: "."))
    }
  }
}

extension FieldLayout {
  /// The field whose value lies at `slot` in the C struct at `message`, with its index where it is repeated.
  static func name(ofSlot slot: UnsafeRawPointer, in message: UnsafeRawPointer) -> String {
    for field in MessageLayout.of(message).fields {
      if case .oneof(_, let word) = field.cardinality,
        message.load(fromByteOffset: word, as: UInt32.self) != field.number
      {
        continue
      }
      if !field.isRepeated {
        if slot == message + field.offset { return field.name }
        continue
      }
      let count = message.load(fromByteOffset: field.offset, as: Int.self)
      guard count > 0, let start = message.load(fromByteOffset: field.offset + 8, as: UnsafeRawPointer?.self),
        slot >= start, slot < start + count * field.kind.slotSize
      else { continue }
      return "\(field.name)[\((slot - start) / field.kind.slotSize)]"
    }
    return "?"
  }
}
