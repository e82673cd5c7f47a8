extension FieldReader {
  @usableFromInline
  func readString(_ slot: UnsafeRawPointer) -> String {
    let count = slot.load(as: Int.self)
    guard count > 0, let start = slot.load(fromByteOffset: 8, as: UnsafePointer<UInt8>?.self) else { return "" }
    let bytes = unsafe Span(_unsafeElements: UnsafeBufferPointer(start: start, count: count))
    do {
      return String(copying: try UTF8Span(validating: bytes))
    } catch {
      context.pointee.fail(.invalidUTF8, at: slot, of: base)
      return ""
    }
  }

  @usableFromInline
  func readBytes(_ slot: UnsafeRawPointer) -> [UInt8] {
    let count = slot.load(as: Int.self)
    guard count > 0, let start = slot.load(fromByteOffset: 8, as: UnsafePointer<UInt8>?.self) else { return [] }
    return Array(UnsafeBufferPointer(start: start, count: count))
  }
}
