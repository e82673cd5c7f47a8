/// What the writers of one message share.
@usableFromInline
struct EncodingContext {
  /// As deep as other implementations read.
  @usableFromInline static let maximumNesting = 100

  let arena: UnsafeMutablePointer<Arena>
  @usableFromInline let isDeterministic: Bool
  @usableFromInline var depth = 0
  @usableFromInline var isTooDeep = false

  init(arena: UnsafeMutablePointer<Arena>, isDeterministic: Bool) {
    self.arena = arena
    self.isDeterministic = isDeterministic
  }

  /// Zeroed memory in the arena. Encoding has no limit of its own: the message is in memory already.
  @usableFromInline
  func allocate(_ size: Int) -> UnsafeMutableRawPointer {
    let memory = allocateUninitialised(size)
    memory.initializeMemory(as: UInt8.self, repeating: 0, count: size)
    return memory
  }

  func allocateUninitialised(_ size: Int) -> UnsafeMutableRawPointer {
    guard let memory = arena.pointee.allocate(size) else { fatalError("out of memory while encoding a message") }
    return memory
  }
}
