extension FieldMask {
  /// Sets the masked fields of `target` to what they are in `source`, as an update does (AIP-134).
  ///
  /// A masked field is replaced, lists, maps and messages as a whole; one that is unset in `source` is cleared. An
  /// empty mask stands for the fields that are set in `source`, the wildcard for all fields. Throws a
  /// ``FieldMaskError`` where a path names no field; then nothing has changed.
  public func update<M: Message>(_ target: inout M, from source: M) throws {
    let paths = paths.isEmpty ? try FieldMask(fieldsSetIn: source).paths : paths
    let resolved = try paths.map { try FieldMask.resolve($0, in: M.layout, isOnly: paths.count == 1) }
    if paths == [FieldMask.wildcard] {
      target = source
      return
    }
    let current = target
    target = try source.withStructForCopy { from, layout in
      try current.withStructForCopy { into, _ in
        for path in resolved { FieldMask.copy(path[...], from: from, into: into, layout) }
        return FieldMask.read(into)
      }
    }
  }

  /// The message with its masked fields only, as a partial response has them (AIP-157); all of them for an empty mask.
  public func selection<M: Message>(of message: M) throws -> M {
    if paths.isEmpty || paths == [FieldMask.wildcard] { return message }
    var result = M()
    try update(&result, from: message)
    return result
  }

  private static func read<M: Message>(_ base: UnsafeRawPointer) -> M {
    var context = DecodingContext(maximumNesting: .max, isRepaired: false)
    return withUnsafeMutablePointer(to: &context) { M(reading: FieldReader(base: base, context: $0)) }
  }

  private static func copy(
    _ path: ArraySlice<FieldLayout>,
    from source: UnsafeRawPointer?,
    into target: UnsafeMutableRawPointer,
    _ layout: MessageLayout
  ) {
    guard let field = path.first else { return }
    guard path.count > 1, let nested = field.submessage else {
      return field.copyValue(from: source, into: target)
    }
    let isSetInSource = source.map { field.isSet(in: $0) } ?? false
    let isSetInTarget = field.isSet(in: target)
    // What is not there on either side need not be cleared in a message made for it.
    guard isSetInSource || isSetInTarget else { return }
    let from = isSetInSource ? source.flatMap { ($0 + field.offset).slotMessage } : nil
    let into: UnsafeMutableRawPointer
    if isSetInTarget, let existing = (target + field.offset).load(as: UnsafeMutableRawPointer?.self) {
      into = existing
    } else {
      into = nested.makeEmptyStruct()
      target.storeBytes(of: UnsafeRawPointer(into), toByteOffset: field.offset, as: UnsafeRawPointer.self)
      if case .oneof(_, let word) = field.cardinality {
        target.storeBytes(of: field.number, toByteOffset: word, as: UInt32.self)
      }
    }
    copy(path.dropFirst(), from: from, into: into, nested)
  }
}

extension FieldLayout {
  /// Copies the field, set or not, from one C struct of a message into another; parts that lie elsewhere are shared.
  fileprivate func copyValue(from source: UnsafeRawPointer?, into target: UnsafeMutableRawPointer) {
    let size = isRepeated ? 16 : kind.slotSize
    func copySlot() {
      if let source {
        (target + offset).copyMemory(from: source + offset, byteCount: size)
      } else {
        (target + offset).initializeMemory(as: UInt8.self, repeating: 0, count: size)
      }
    }
    switch cardinality {
    case .singular, .repeated, .packed:
      copySlot()
    case .optional(let word):
      copySlot()
      target.storeBytes(of: source.map { isSet(in: $0) } == true ? 1 : 0, toByteOffset: word, as: Int32.self)
    case .oneof(_, let word):
      if let source, isSet(in: source) {
        copySlot()
        target.storeBytes(of: number, toByteOffset: word, as: UInt32.self)
      } else if isSet(in: target) {
        target.storeBytes(of: 0, toByteOffset: word, as: UInt32.self)
      }
    }
  }
}

extension MessageLayout {
  /// A zeroed C struct in the thread's arena, valid until the scope ends.
  fileprivate func makeEmptyStruct() -> UnsafeMutableRawPointer {
    let memory = EncodingContext(arena: Arena.current, isDeterministic: false).allocate(size)
    memory.storeBytes(of: descriptor, as: UnsafeRawPointer.self)
    return memory
  }
}

extension Message {
  /// The message as a C struct in the thread's arena, valid during the call.
  func withStructForCopy<R>(_ body: (UnsafeMutableRawPointer, MessageLayout) throws -> R) throws -> R {
    try withStruct(EncodingOptions()) { try body($0, Self.layout) }
  }
}
