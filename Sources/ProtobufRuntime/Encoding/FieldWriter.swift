/// Writes the fields of one C struct in the encoding arena; valid only during the call that got it.
///
/// Fields at their default need no call: the struct starts zeroed.
@frozen
public struct FieldWriter {
  @usableFromInline let base: UnsafeMutableRawPointer
  @usableFromInline let context: UnsafeMutablePointer<EncodingContext>

  @inlinable
  init(base: UnsafeMutableRawPointer, context: UnsafeMutablePointer<EncodingContext>) {
    self.base = base
    self.context = context
  }

  /// A scalar with implicit presence.
  @inlinable
  public func set<V: FieldValue>(_ value: V, at offset: Int) { value.write(to: base + offset, in: self) }

  /// A scalar with explicit presence; `presence` is the offset of its presence word.
  @inlinable
  public func set<V: FieldValue>(_ value: V?, at offset: Int, has presence: Int) {
    guard let value else { return }
    value.write(to: base + offset, in: self)
    base.storeBytes(of: 1, toByteOffset: presence, as: Int32.self)
  }

  /// A singular message field.
  @inlinable
  public func set<M: Message>(message: M?, at offset: Int) {
    guard let message else { return }
    message.write(to: base + offset, in: self)
  }

  /// A oneof's set member; `word` is the offset of the case word, which gets the member's number.
  @inlinable
  public func set<V: FieldValue>(_ value: V, at offset: Int, case number: UInt32, in word: Int) {
    value.write(to: base + offset, in: self)
    base.storeBytes(of: number, toByteOffset: word, as: UInt32.self)
  }

  /// A repeated field.
  @inlinable
  public func set<V: FieldValue>(repeated values: [V], at offset: Int) {
    guard !values.isEmpty else { return }
    let start = allocate(values.count * V.slotSize)
    var slot = start
    for value in values {
      value.write(to: slot, in: self)
      slot += V.slotSize
    }
    store(count: values.count, start: start, at: offset)
  }

  /// A map.
  @inlinable
  public func set<K: MapKey, V: FieldValue>(map: [K: V], at offset: Int) {
    guard !map.isEmpty, enter() else { return }
    let layout = entryLayout(at: offset)
    let start = allocate(map.count * 8)
    var slot = start
    func append(_ key: K, _ value: V) {
      let entry = makeStruct(layout)
      entry.set(key, at: MapEntry.keyOffset, has: MapEntry.keyPresenceOffset)
      entry.set(value, at: MapEntry.valueOffset, has: MapEntry.valuePresenceOffset)
      slot.storeBytes(of: UnsafeRawPointer(entry.base), as: UnsafeRawPointer.self)
      slot += 8
    }
    if context.pointee.isDeterministic {
      for (key, value) in map.sorted(by: { K.sorts($0.key, before: $1.key) }) { append(key, value) }
    } else {
      for (key, value) in map { append(key, value) }
    }
    leave()
    store(count: map.count, start: start, at: offset)
  }

  @inlinable
  func store(count: Int, start: UnsafeMutableRawPointer, at offset: Int) {
    base.storeBytes(of: count, toByteOffset: offset, as: Int.self)
    base.storeBytes(of: UnsafeRawPointer(start), toByteOffset: offset + 8, as: UnsafeRawPointer.self)
  }

  @inlinable
  func allocate(_ size: Int) -> UnsafeMutableRawPointer { context.pointee.allocate(size) }

  @inlinable
  func makeStruct(_ layout: MessageLayout) -> FieldWriter {
    let memory = allocate(layout.size)
    memory.storeBytes(of: layout.descriptor, as: UnsafeRawPointer.self)
    return FieldWriter(base: memory, context: context)
  }

  @inlinable
  func enter() -> Bool {
    guard context.pointee.depth < EncodingContext.maximumNesting else {
      context.pointee.isTooDeep = true
      return false
    }
    context.pointee.depth += 1
    return true
  }

  @inlinable
  func leave() { context.pointee.depth -= 1 }

  @usableFromInline
  func entryLayout(at offset: Int) -> MessageLayout {
    guard let entry = MessageLayout.of(base).fields.first(where: { $0.offset == offset })?.entry else {
      preconditionFailure("\(MessageLayout.of(base).fullName) has no map at offset \(offset)")
    }
    return entry
  }
}
