internal import NIOSSL
internal import Synchronization

/// The TLS context made from a set of files, and made anew when they have changed. One that cannot be made leaves the old
/// one in use.
final class TLSContexts: Sendable {
  private struct State {
    var stamps: [FileStamp] = []
    var context: NIOSSLContext?
  }

  private let files: [String]
  private let make: @Sendable () throws(TLSFileError) -> NIOSSLContext
  private let state = Mutex(State())

  init(files: [String], make: @escaping @Sendable () throws(TLSFileError) -> NIOSSLContext) {
    self.files = files
    self.make = make
  }

  /// The context for a new connection; reads the files where none was made yet.
  func current() throws(TLSFileError) -> NIOSSLContext {
    if let context = state.withLock({ $0.context }) { return context }
    return try reload()
  }

  /// Reads the files and makes a context that counts from now on. Reads from the disk, so not for an event loop.
  @discardableResult
  func reload() throws(TLSFileError) -> NIOSSLContext {
    // Before they are read: what is written meanwhile is a change.
    let stamps = files.map(FileStamp.init)
    state.withLock { $0.stamps = stamps }
    let context = try make()
    state.withLock { $0.context = context }
    return context
  }

  /// Reads the files if they are not those of the last time, whether or not they could be used then. True if they were
  /// read.
  func reloadIfChanged() throws(TLSFileError) -> Bool {
    let stamps = files.map(FileStamp.init)
    guard state.withLock({ $0.stamps != stamps }) else { return false }
    try reload()
    return true
  }
}
