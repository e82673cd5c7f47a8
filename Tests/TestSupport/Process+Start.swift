public import Foundation

/// Held while a process is started.
private let starting = NSLock()

extension Process {
  /// Runs the process as `run()` does, one at a time: Foundation's `run()` on Linux has been seen to crash (in a copy of
  /// memory, Swift 6.3.1) where tests that run in parallel started several at once.
  public func start() throws {
    starting.lock()
    defer { starting.unlock() }
    try run()
  }
}
