extension Span<UInt8> {
  /// True where the bytes are exactly those of `literal`.
  @inlinable
  public func elementsEqual(_ literal: StaticString) -> Bool {
    let size = literal.utf8CodeUnitCount
    guard count == size else { return false }
    for index in 0..<size where self[index] != literal.utf8Start[index] {
      return false
    }
    return true
  }

  /// True where the bytes begin with those of `literal`.
  @inlinable
  public func starts(with literal: StaticString) -> Bool {
    let size = literal.utf8CodeUnitCount
    return count >= size && extracting(0..<size).elementsEqual(literal)
  }
}
