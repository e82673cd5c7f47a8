internal import CProtobufC

#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// A bump allocator that belongs to one thread and is used over and over: C structs of a message being coded lie here.
///
/// Memory is given back all at once, at the end of the outermost scope. One block of 64 KiB stays
/// with the thread; what a larger message needs beyond it is freed with the scope.
struct Arena {
  enum Failure { case none, memory, nesting }

  fileprivate struct Block {
    var previous: UnsafeMutablePointer<Block>?
    var size: Int
  }

  /// What a scope changes, put back at its end.
  struct Mark {
    fileprivate var block: UnsafeMutablePointer<Block>
    fileprivate var cursor: UnsafeMutableRawPointer
    fileprivate var end: UnsafeMutableRawPointer
    fileprivate var budget: Int
    fileprivate var stackFloor: UInt
    fileprivate var failure: Failure
    fileprivate var sawReplacement: Bool
    fileprivate var stopsAtReplacement: Bool
  }

  /// First, so that the arena's address is the allocator's.
  private(set) var allocator = ProtobufCAllocator()
  private var mark: Mark

  static let blockSize = 64 << 10
  private static let largestBlockSize = 8 << 20

  /// Why an allocation failed in this scope.
  var failure: Failure { mark.failure }

  /// Whether protobuf-c dropped a part of the message for a later one, or may have: see ``freeFromArena(_:_:)``.
  var sawReplacement: Bool { mark.sawReplacement }

  private init(block: UnsafeMutablePointer<Block>) {
    let (cursor, end) = Arena.space(of: block)
    mark = Mark(
      block: block,
      cursor: cursor,
      end: end,
      budget: 0,
      stackFloor: 0,
      failure: .none,
      sawReplacement: false,
      stopsAtReplacement: false
    )
  }

  private static func makeBlock(size: Int) -> UnsafeMutablePointer<Block>? {
    guard let memory = malloc(size) else { return nil }
    let block = memory.bindMemory(to: Block.self, capacity: 1)
    block.initialize(to: Block(previous: nil, size: size))
    return block
  }

  private static func space(
    of block: UnsafeMutablePointer<Block>
  ) -> (UnsafeMutableRawPointer, UnsafeMutableRawPointer) {
    let start = UnsafeMutableRawPointer(block)
    return (start + MemoryLayout<Block>.stride, start + block.pointee.size)
  }

  private static let key: pthread_key_t = {
    var key = pthread_key_t()
    let status = pthread_key_create(&key) { Arena.destroy($0) }
    precondition(status == 0, "no thread-local storage left: pthread_key_create gave \(status)")
    return key
  }()

  /// The calling thread's arena.
  static var current: UnsafeMutablePointer<Arena> {
    if let existing = pthread_getspecific(key) { return existing.assumingMemoryBound(to: Arena.self) }
    return makeForThread()
  }

  private static func makeForThread() -> UnsafeMutablePointer<Arena> {
    guard let block = makeBlock(size: blockSize) else { fatalError("out of memory for a thread's arena") }
    let arena = UnsafeMutablePointer<Arena>.allocate(capacity: 1)
    arena.initialize(to: Arena(block: block))
    arena.pointee.allocator = ProtobufCAllocator(
      alloc: { allocateInArena($0, $1) },
      free: { freeFromArena($0, $1) },
      allocator_data: arena
    )
    pthread_setspecific(key, arena)
    return arena
  }

  private static func destroy(_ memory: UnsafeMutableRawPointer?) {
    guard let arena = memory?.assumingMemoryBound(to: Arena.self) else { return }
    free(arena.pointee.mark.block)
    arena.deallocate()
  }

  /// Opens a scope in which at most `limit` bytes can be allocated. Scopes nest; each is closed by ``close(_:)``.
  ///
  /// - Parameters:
  ///   - limit: Bytes that may be allocated in the scope.
  ///   - stack: Bytes of the thread's stack that may be in use below the caller when something is allocated.
  ///   - stopsAtReplacement: Whether nothing more is allocated once ``sawReplacement`` is true.
  mutating func open(limit: Int, stack: Int, stopsAtReplacement: Bool = false) -> Mark {
    let outer = mark
    let room = outer.end - outer.cursor
    mark.end = outer.cursor + min(room, limit)
    mark.budget = max(0, limit - room)
    mark.stackFloor = Arena.stackAddress() &- UInt(stack)
    mark.failure = .none
    mark.sawReplacement = false
    mark.stopsAtReplacement = stopsAtReplacement
    return outer
  }

  /// Closes the scope that was opened last and frees all that was allocated in it.
  mutating func close(_ outer: Mark) {
    while mark.block != outer.block, let previous = mark.block.pointee.previous {
      free(mark.block)
      mark.block = previous
    }
    mark = outer
  }

  /// Runs `body` in a scope.
  static func scope<R, E: Error>(
    limit: Int,
    stack: Int,
    _ body: (UnsafeMutablePointer<Arena>) throws(E) -> R
  ) throws(E) -> R {
    let arena = Arena.current
    let outer = arena.pointee.open(limit: limit, stack: stack)
    defer { arena.pointee.close(outer) }
    return try body(arena)
  }

  /// Uninitialised memory, aligned to eight bytes; nil where a limit is reached (see ``failure``).
  @inline(__always)
  mutating func allocate(_ size: Int) -> UnsafeMutableRawPointer? {
    let rounded = (size &+ 7) & ~7
    guard rounded <= mark.end - mark.cursor else { return allocateInNewBlock(rounded) }
    let memory = mark.cursor
    mark.cursor = memory + rounded
    return memory
  }

  @inline(never)
  private mutating func allocateInNewBlock(_ size: Int) -> UnsafeMutableRawPointer? {
    let header = MemoryLayout<Block>.stride
    guard size >= 0, size <= mark.budget else { return fail(.memory) }
    let wanted = max(size, min(mark.block.pointee.size * 2, Arena.largestBlockSize, mark.budget))
    guard let block = Arena.makeBlock(size: wanted + header) else { return fail(.memory) }
    block.pointee.previous = mark.block
    mark.block = block
    mark.budget -= wanted
    (mark.cursor, mark.end) = Arena.space(of: block)
    return allocate(size)
  }

  private mutating func fail(_ failure: Failure) -> UnsafeMutableRawPointer? {
    mark.failure = failure
    return nil
  }

  /// As ``allocate(_:)``, and fails where the stack has grown past the scope's allowance.
  @inline(__always)
  fileprivate mutating func allocateWatchingStack(_ size: Int) -> UnsafeMutableRawPointer? {
    guard Arena.stackAddress() >= mark.stackFloor else { return fail(.nesting) }
    return allocate(size)
  }

  fileprivate mutating func noteReplacement() {
    mark.sawReplacement = true
    guard mark.stopsAtReplacement else { return }
    mark.end = mark.cursor
    mark.budget = 0
  }

  /// Where the stack is now, roughly; it grows downwards on every platform Swift runs on.
  @inline(__always)
  private static func stackAddress() -> UInt { UInt(protobuf_c_shim_stack_address()) }
}

/// protobuf-c asks for a message's memory before it reads the message, so this is where its recursion can be stopped.
private func allocateInArena(_ arena: UnsafeMutableRawPointer?, _ size: Int) -> UnsafeMutableRawPointer? {
  arena?.assumingMemoryBound(to: Arena.self).pointee.allocateWatchingStack(size)
}

/// Frees nothing, and watches for messages that protobuf-c drops because another came for the same field.
///
/// protobuf-c clears a message's first word before it frees it; its tables of scanned fields, freed for every larger
/// message, start with a field number. Bytes that happen to start with zeros cost a second look, nothing else.
private func freeFromArena(_ arena: UnsafeMutableRawPointer?, _ memory: UnsafeMutableRawPointer?) {
  guard let memory, memory.load(as: UInt64.self) == 0 else { return }
  arena?.assumingMemoryBound(to: Arena.self).pointee.noteReplacement()
}
