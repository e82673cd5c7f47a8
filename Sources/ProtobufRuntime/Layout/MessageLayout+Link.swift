internal import CProtobufC
internal import Synchronization

extension MessageLayout {
  /// Completes the descriptors of this message and of all that can lie in it; cheap once done.
  func link() {
    if isLinked.load(ordering: .acquiring) { return }
    MessageLayout.linking.withLock { _ in
      var pending = [self]
      var seen: [ObjectIdentifier: MessageLayout] = [:]
      while let layout = pending.popLast() {
        if layout.isLinked.load(ordering: .relaxed) { continue }
        if seen.updateValue(layout, forKey: ObjectIdentifier(layout)) != nil { continue }
        if layout.descriptorFields == nil { layout.fillDescriptor() }
        pending += layout.fields.compactMap(\.submessage)
      }
      for layout in seen.values { layout.isLinked.store(true, ordering: .releasing) }
    }
  }

  private func fillDescriptor() {
    let descriptorFields = UnsafeMutableBufferPointer<ProtobufCFieldDescriptor>.allocate(capacity: fields.count)
    for (index, field) in fields.enumerated() {
      descriptorFields.initializeElement(at: index, to: field.makeDescriptor())
    }
    // Runs of consecutive numbers, each with the index of its first field, and an end mark: how protobuf-c finds a
    // field by number.
    var ranges: [ProtobufCIntRange] = []
    for (index, field) in fields.enumerated() where index == 0 || fields[index - 1].number + 1 != field.number {
      ranges.append(ProtobufCIntRange(start_value: Int32(bitPattern: field.number), orig_index: UInt32(index)))
    }
    let rangeCount = ranges.count
    ranges.append(ProtobufCIntRange(start_value: 0, orig_index: UInt32(fields.count)))
    let descriptorRanges = UnsafeMutableBufferPointer<ProtobufCIntRange>.allocate(capacity: ranges.count)
    _ = descriptorRanges.initialize(from: ranges)

    var value = ProtobufCMessageDescriptor()
    value.magic = UInt32(PROTOBUF_C__MESSAGE_DESCRIPTOR_MAGIC)
    value.sizeof_message = size
    value.n_fields = UInt32(fields.count)
    // Not even an empty table where there are no fields: protobuf-c looks at the first entry unless this is null.
    value.fields = fields.isEmpty ? nil : UnsafePointer(descriptorFields.baseAddress)
    value.n_field_ranges = UInt32(rangeCount)
    value.field_ranges = UnsafePointer(descriptorRanges.baseAddress)
    value.reserved1 = Unmanaged.passUnretained(self).toOpaque()
    UnsafeMutableRawPointer(mutating: descriptor)
      .assumingMemoryBound(to: ProtobufCMessageDescriptor.self).pointee = value
    self.descriptorFields = descriptorFields
    self.descriptorRanges = descriptorRanges
  }

  /// Whether the slots lie inside the struct, aligned, and apart but for the members of a oneof.
  var slotsAreDisjoint: Bool {
    var slots: [Int: Int] = [:]
    func claim(_ offset: Int, _ length: Int) -> Bool {
      slots[offset] = max(slots[offset] ?? 0, length)
      return offset >= MessageLayout.headerSize && offset + length <= size && offset % min(length, 8) == 0
    }
    for field in fields {
      guard claim(field.offset, field.isRepeated ? 16 : field.kind.slotSize) else { return false }
      switch field.cardinality {
      case .optional(let word), .oneof(_, let word): guard claim(word, 4) else { return false }
      case .singular, .repeated, .packed: break
      }
    }
    let sorted = slots.sorted { $0.key < $1.key }
    return size % 8 == 0 && zip(sorted, sorted.dropFirst()).allSatisfy { $0.key + $0.value <= $1.key }
  }
}
