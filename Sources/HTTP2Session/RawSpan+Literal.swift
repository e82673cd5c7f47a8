extension RawSpan {
  /// True where the bytes are exactly those of `literal`.
  @inlinable
  public func elementsEqual(_ literal: StaticString) -> Bool {
    let size = literal.utf8CodeUnitCount
    guard byteCount == size else { return false }
    return withUnsafeBytes { bytes in
      bytes.elementsEqual(UnsafeRawBufferPointer(start: literal.utf8Start, count: size))
    }
  }

  /// True where the bytes begin with those of `literal`.
  @inlinable
  public func starts(with literal: StaticString) -> Bool {
    let size = literal.utf8CodeUnitCount
    return byteCount >= size && extracting(0..<size).elementsEqual(literal)
  }
}
