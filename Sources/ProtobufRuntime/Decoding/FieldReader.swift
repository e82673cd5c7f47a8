/// Reads the fields of one decoded C struct; valid only during the call that got it.
///
/// Generated initialisers name each field by its offset; the property's type says what lies there.
@frozen
public struct FieldReader {
  @usableFromInline let base: UnsafeRawPointer
  @usableFromInline let context: UnsafeMutablePointer<DecodingContext>

  @inlinable
  init(base: UnsafeRawPointer, context: UnsafeMutablePointer<DecodingContext>) {
    self.base = base
    self.context = context
  }

  /// A scalar with implicit presence, or an oneof's set member.
  @inlinable
  public func value<V: FieldValue>(at offset: Int) -> V { V.read(from: base + offset, in: self) }

  /// A scalar with explicit presence; `presence` is the offset of its presence word.
  @inlinable
  public func optional<V: FieldValue>(at offset: Int, has presence: Int) -> V? {
    base.load(fromByteOffset: presence, as: Int32.self) == 0 ? nil : V.read(from: base + offset, in: self)
  }

  /// A singular message field.
  @inlinable
  public func message<M: Message>(at offset: Int) -> M? {
    base.load(fromByteOffset: offset, as: UnsafeRawPointer?.self) == nil
      ? nil : M.read(from: base + offset, in: self)
  }

  /// A repeated field.
  @inlinable
  public func repeated<V: FieldValue>(at offset: Int) -> [V] {
    let count = base.load(fromByteOffset: offset, as: Int.self)
    guard count > 0, let start = base.load(fromByteOffset: offset + 8, as: UnsafeRawPointer?.self) else { return [] }
    return [V](unsafeUninitializedCapacity: count) { buffer, initialised in
      var slot = start
      for index in 0..<count {
        buffer.initializeElement(at: index, to: V.read(from: slot, in: self))
        initialised = index + 1
        slot += V.slotSize
      }
    }
  }

  /// A map; where a key occurs twice the last entry counts.
  @inlinable
  public func map<K: MapKey, V: FieldValue>(at offset: Int) -> [K: V] {
    let count = base.load(fromByteOffset: offset, as: Int.self)
    guard count > 0, let start = base.load(fromByteOffset: offset + 8, as: UnsafeRawPointer?.self) else { return [:] }
    var result = [K: V](minimumCapacity: count)
    for index in 0..<count {
      let slot = start + index * 8
      guard enter(at: slot) else { return result }
      let entry = FieldReader(base: slot.load(as: UnsafeRawPointer.self), context: context)
      let key: K = entry.value(at: MapEntry.keyOffset)
      result[key] = entry.value(at: MapEntry.valueOffset)
      leave(from: slot)
    }
    return result
  }

  /// The number of the oneof's set member, 0 for none; `offset` is that of the case word.
  @inlinable
  public func oneofCase(at offset: Int) -> UInt32 { base.load(fromByteOffset: offset, as: UInt32.self) }

  @inlinable
  func enter(at slot: UnsafeRawPointer) -> Bool {
    if context.pointee.depth >= context.pointee.maximumNesting { return failNesting(slot) }
    context.pointee.depth += 1
    return true
  }

  @inlinable
  func leave(from slot: UnsafeRawPointer) {
    context.pointee.depth -= 1
    if context.pointee.hasFailed { noteParent(slot) }
  }

  @usableFromInline
  func failNesting(_ slot: UnsafeRawPointer) -> Bool {
    context.pointee.fail(.nestingTooDeep(limit: context.pointee.maximumNesting), at: slot, of: base)
    return false
  }

  @usableFromInline
  func noteParent(_ slot: UnsafeRawPointer) { context.pointee.noteParent(slot, of: base) }
}
