internal import CProtobufC

extension FieldWriter {
  @usableFromInline
  func writeString(_ text: String, to slot: UnsafeMutableRawPointer) {
    let isWritten: Void? = text.utf8.withContiguousStorageIfAvailable { copy($0, to: slot) }
    if isWritten == nil { Array(text.utf8).withUnsafeBufferPointer { copy($0, to: slot) } }
  }

  @usableFromInline
  func writeBytes(_ bytes: [UInt8], to slot: UnsafeMutableRawPointer) {
    bytes.withUnsafeBufferPointer { copy($0, to: slot) }
  }

  private func copy(_ bytes: UnsafeBufferPointer<UInt8>, to slot: UnsafeMutableRawPointer) {
    guard let source = bytes.baseAddress, !bytes.isEmpty else { return }
    let memory = context.pointee.allocateUninitialised(bytes.count)
    memory.copyMemory(from: source, byteCount: bytes.count)
    slot.storeBytes(of: bytes.count, as: Int.self)
    slot.storeBytes(of: UnsafeRawPointer(memory), toByteOffset: 8, as: UnsafeRawPointer.self)
  }

  /// The fields that the schema does not know, to be written after all others.
  @inlinable
  public func set(unknownFields: UnknownFields) {
    if !unknownFields.isEmpty { writeUnknownFields(unknownFields) }
  }

  /// protobuf-c writes an unknown field as a tag and raw bytes, so one entry carries all of them: the first one's tag,
  /// and everything after it.
  @usableFromInline
  func writeUnknownFields(_ unknownFields: UnknownFields) {
    unknownFields.bytes.withUnsafeBufferPointer { bytes in
      var cursor = WireCursor(UnsafeRawBufferPointer(bytes))
      guard let tag = cursor.readTag() else { return }
      let rest = bytes.count - cursor.offset
      let data = context.pointee.allocateUninitialised(rest)
      if rest > 0, let source = bytes.baseAddress {
        data.copyMemory(from: source + cursor.offset, byteCount: rest)
      }
      let entry = context.pointee.allocate(MemoryLayout<ProtobufCMessageUnknownField>.stride)
        .bindMemory(to: ProtobufCMessageUnknownField.self, capacity: 1)
      entry.pointee = ProtobufCMessageUnknownField(
        tag: tag.number,
        wire_type: ProtobufCWireType(rawValue: UInt32(tag.wireType.rawValue)),
        len: rest,
        data: data.assumingMemoryBound(to: UInt8.self)
      )
      let message = base.assumingMemoryBound(to: ProtobufCMessage.self)
      message.pointee.n_unknown_fields = 1
      message.pointee.unknown_fields = entry
    }
  }
}
