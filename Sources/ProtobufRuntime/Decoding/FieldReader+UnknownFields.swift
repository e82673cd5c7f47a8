internal import CProtobufC

extension FieldReader {
  /// The fields that the schema does not know.
  @inlinable
  public func unknownFields() -> UnknownFields {
    base.load(fromByteOffset: 8, as: UInt32.self) == 0 ? UnknownFields() : readUnknownFields()
  }

  @usableFromInline
  func readUnknownFields() -> UnknownFields {
    let message = base.assumingMemoryBound(to: ProtobufCMessage.self).pointee
    let fields = UnsafeBufferPointer(start: message.unknown_fields, count: Int(message.n_unknown_fields))
    var bytes: [UInt8] = []
    bytes.reserveCapacity(fields.reduce(0) { $0 + $1.len + 5 })
    for field in fields {
      let value = UnsafeRawBufferPointer(start: field.data, count: field.len)
      if field.tag == UnknownFieldCarrier.number, context.pointee.isRepaired {
        var cursor = WireCursor(value)
        if let whole = cursor.readDelimited() { bytes.append(contentsOf: value[whole]) }
        continue
      }
      guard (1...WireCursor.largestFieldNumber).contains(UInt64(field.tag)) else {
        context.pointee.needsRepair = true
        continue
      }
      Varint.append(UInt64(field.tag) << 3 | UInt64(field.wire_type.rawValue), to: &bytes)
      bytes.append(contentsOf: value)
    }
    return UnknownFields(wellFormed: bytes)
  }
}
