internal import Synchronization

#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// Holds a directory for this process: an exclusive `flock` on `redsail.lock`, which the kernel drops with the process.
final class DirectoryLock: Sendable {
  /// Nil once given back.
  private let descriptor: Mutex<Int32?>

  /// Makes the directory (readable by its owner only) if it is missing, and takes the lock.
  init(directory: String) throws(StoreError) {
    if mkdir(directory, 0o700) != 0 && errno != EEXIST {
      throw .notAStore(path: directory, reason: "cannot make the directory: \(Self.reason())")
    }
    let path = directory + "/redsail.lock"
    let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      throw .notAStore(path: path, reason: "cannot open the lock file: \(Self.reason())")
    }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      let holder = Self.holder(descriptor)
      Self.shut(descriptor)
      throw .directoryInUse(path: directory, holder: holder)
    }
    let line = Array("process \(getpid())\n".utf8)
    ftruncate(descriptor, 0)
    _ = pwrite(descriptor, line, line.count, 0)
    self.descriptor = Mutex(descriptor)
  }

  deinit {
    release()
  }

  /// Gives the directory back.
  func release() {
    let held = descriptor.withLock { descriptor in
      defer { descriptor = nil }
      return descriptor
    }
    guard let held else { return }
    ftruncate(held, 0)
    // Closing is not enough while a process that is just being started still has a copy of the descriptor.
    flock(held, LOCK_UN)
    Self.shut(held)
  }

  private static func shut(_ descriptor: Int32) {
    #if canImport(Darwin)
      Darwin.close(descriptor)
    #else
      Glibc.close(descriptor)
    #endif
  }

  private static func holder(_ descriptor: Int32) -> String {
    var bytes = [UInt8](repeating: 0, count: 64)
    let count = pread(descriptor, &bytes, bytes.count, 0)
    guard count > 0 else { return "another process" }
    return String(decoding: bytes.prefix(count).prefix { $0 != 10 }, as: UTF8.self)
  }

  private static func reason() -> String {
    String(cString: strerror(errno))
  }
}
