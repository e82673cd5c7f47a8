internal import CNghttp2

extension HeaderBlock {
  /// Size as HTTP/2 counts it (RFC 9113 §6.5.2): name + value + 32 for each field.
  var listSize: Int { storage.count + count * (32 - Self.prefixSize) }

  /// Calls `body` with the fields as nghttp2 wants them; the pointers are valid during the call, and nghttp2 copies.
  func withNameValues<Result>(_ body: (UnsafePointer<nghttp2_nv>?, Int) -> Result) -> Result {
    storage.withUnsafeBytes { bytes in
      withUnsafeTemporaryAllocation(of: nghttp2_nv.self, capacity: max(count, 1)) { pairs in
        guard let base = bytes.baseAddress, count > 0 else { return body(nil, 0) }
        var offset = 0
        for index in 0..<count {
          let nameSize = Int(UInt32(littleEndian: base.loadUnaligned(fromByteOffset: offset, as: UInt32.self)))
          let valueSize = Int(UInt32(littleEndian: base.loadUnaligned(fromByteOffset: offset + 4, as: UInt32.self)))
          // nghttp2 does not write through these pointers; its C type only lacks the const.
          let name = UnsafeMutableRawPointer(mutating: base + offset + Self.prefixSize)
            .assumingMemoryBound(to: UInt8.self)
          pairs.initializeElement(
            at: index,
            to: nghttp2_nv(
              name: name,
              value: name + nameSize,
              namelen: nameSize,
              valuelen: valueSize,
              flags: UInt8(NGHTTP2_NV_FLAG_NONE.rawValue)
            )
          )
          offset += Self.prefixSize + nameSize + valueSize
        }
        return body(pairs.baseAddress, count)
      }
    }
  }
}
