/// Gathers the fields of the header block that is being received, within the limits.
///
/// Only one block can be in progress on a connection (RFC 9113 §6.10), so its memory is kept for the next one.
struct HeaderCollector {
  enum Verdict {
    case kept
    case dropped(HTTP2Limit)
    /// Far over the limit: the connection should end.
    case abusive
  }

  private let maximumBytes: Int
  private let maximumFields: Int
  private let memory: UnsafeMutableRawBufferPointer
  private var used = 0
  private var count = 0
  private var listSize = 0
  private(set) var isTruncated = false

  init(limits: HTTP2Limits) {
    maximumBytes = limits.headerBytes
    maximumFields = limits.headerFields
    memory = .allocate(byteCount: limits.headerBytes, alignment: 8)
  }

  func deallocate() {
    memory.deallocate()
  }

  mutating func begin() {
    used = 0
    count = 0
    listSize = 0
    isTruncated = false
  }

  mutating func add(_ name: UnsafeRawBufferPointer, _ value: UnsafeRawBufferPointer) -> Verdict {
    // A field counts 32 here and takes 8 in memory, so what is within the limit fits.
    listSize += name.count + value.count + 32
    guard listSize <= maximumBytes, count < maximumFields else {
      isTruncated = true
      return listSize > 4 * maximumBytes ? .abusive : .dropped(listSize > maximumBytes ? .headerBytes : .headerFields)
    }
    let field = UnsafeMutableRawBufferPointer(rebasing: memory[used...])
    field.storeBytes(of: UInt32(truncatingIfNeeded: name.count).littleEndian, as: UInt32.self)
    field.storeBytes(of: UInt32(truncatingIfNeeded: value.count).littleEndian, toByteOffset: 4, as: UInt32.self)
    UnsafeMutableRawBufferPointer(rebasing: field[HeaderBlock.prefixSize...]).copyMemory(from: name)
    UnsafeMutableRawBufferPointer(rebasing: field[(HeaderBlock.prefixSize + name.count)...]).copyMemory(from: value)
    used += HeaderBlock.prefixSize + name.count + value.count
    count += 1
    return .kept
  }

  func block() -> HeaderBlock {
    var block = HeaderBlock(reservingCapacity: 0)
    block.storage = [UInt8](UnsafeRawBufferPointer(rebasing: memory[..<used]))
    block.count = count
    block.isTruncated = isTruncated
    return block
  }
}
