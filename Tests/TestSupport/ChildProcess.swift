public import Foundation
internal import Synchronization

/// Another program, run beside a test. It is found through PATH, and killed if nobody waited for its end.
///
/// Foundation's `Process` has been seen to crash in `run()` (in a copy of memory, Swift 6.3.1 on Linux) where databases
/// are opened beside it. This one is a thin cover over
/// `posix_spawn`, which takes C arrays and untyped structures; that is why this file has unsafe pointers. None of them
/// outlives the call that it is made for.
public final class ChildProcess: Sendable {
  /// How a program ended.
  public enum End: Hashable, Sendable {
    case exited(status: Int32)
    case killed(signal: Int32)
  }

  /// Where one of its standard streams leads.
  public enum Stream: Hashable, Sendable {
    /// To where this process's own leads.
    case inherited
    /// To a file, which an output makes or empties.
    case file(path: String)
    /// To ``ChildProcess/input``, ``ChildProcess/output`` or ``ChildProcess/errors``.
    case pipe
  }

  /// The program could not be started, or a pipe or a file for it could not be made.
  public struct NotStarted: Error, CustomStringConvertible {
    /// What could not be done, and the system's reason.
    public let description: String

    init(_ what: String, _ code: Int32) { description = "\(what): \(String(cString: strerror(code)))" }
  }

  /// The program's number in the system.
  public let identifier: pid_t
  /// What is written here the program reads. Nil unless its input is a pipe.
  public let input: FileHandle?
  /// What the program prints. Nil unless its output is a pipe.
  public let output: FileHandle?
  /// What the program prints on standard error. Nil unless that is a pipe.
  public let errors: FileHandle?
  /// Nil until the kernel has forgotten the program: from then on its identifier may be another's.
  private let end = Mutex<End?>(nil)

  /// Starts a program.
  ///
  /// - Parameter environment: Taken in place of this process's own.
  public init(
    _ arguments: [String],
    environment: [String: String] = ProcessInfo.processInfo.environment,
    input: Stream = .inherited,
    output: Stream = .inherited,
    errors: Stream = .inherited
  ) throws(NotStarted) {
    var descriptors = Descriptors()
    self.input = try descriptors.add(input, as: STDIN_FILENO)
    self.output = try descriptors.add(output, as: STDOUT_FILENO)
    self.errors = try descriptors.add(errors, as: STDERR_FILENO)
    identifier = try descriptors.spawn(arguments, environment.map { "\($0)=\($1)" })
  }

  deinit {
    kill()
    _ = wait()
  }

  /// Sends a signal, unless the program's end is known already.
  public func kill(_ signal: Int32 = SIGKILL) {
    end.withLock { end in
      if end == nil { Foundation.kill(identifier, signal) }
    }
  }

  /// Blocks this thread until the program has ended.
  @discardableResult
  public func wait() -> End {
    // Without reaping, so that `kill` is not kept waiting and never meets another program.
    var information = siginfo_t()
    while end.withLock({ $0 == nil }), waitid(P_PID, id_t(identifier), &information, WEXITED | WNOWAIT) == -1 {
      precondition(errno == EINTR, "waiting for a program of our own: \(String(cString: strerror(errno)))")
    }
    return end.withLock { end in
      if let end { return end }
      var status: Int32 = 0
      while waitpid(identifier, &status, 0) == -1 && errno == EINTR {}
      // The layout that POSIX leaves to macros, alike on Linux and Darwin.
      let signal = status & 0x7f
      let ended: End = signal == 0 ? .exited(status: status >> 8 & 0xff) : .killed(signal: signal)
      end = ended
      return ended
    }
  }

  /// Waits on a thread of its own: the threads that tasks share are few.
  @discardableResult
  public func waited() async -> End {
    await onThread { self.wait() }
  }
}

/// Does what blocks on a thread of its own.
public func onThread<Value: Sendable>(_ work: @escaping @Sendable () -> Value) async -> Value {
  await withCheckedContinuation { continuation in
    Thread.detachNewThread { continuation.resume(returning: work()) }
  }
}

/// What a program gets at its start; all of it is closed here when the program has it.
private struct Descriptors: ~Copyable {
  private var given: [(mine: Int32, its: Int32)] = []

  deinit {
    for (mine, _) in given { close(mine) }
  }

  /// Opens what a stream leads to, and answers this side of a pipe.
  mutating func add(_ stream: ChildProcess.Stream, as its: Int32) throws(ChildProcess.NotStarted) -> FileHandle? {
    switch stream {
    case .inherited:
      return nil
    case .file(let path):
      let flags = its == STDIN_FILENO ? O_RDONLY : O_WRONLY | O_CREAT | O_TRUNC
      let file = open(path, flags | O_CLOEXEC, 0o600)
      guard file >= 0 else { throw ChildProcess.NotStarted(path, errno) }
      given.append((file, its))
      return nil
    case .pipe:
      let (reading, writing) = try Self.openPipe()
      let (mine, other) = its == STDIN_FILENO ? (writing, reading) : (reading, writing)
      given.append((other, its))
      return FileHandle(fileDescriptor: mine, closeOnDealloc: true)
    }
  }

  /// The two ends of a pipe.
  private static func openPipe() throws(ChildProcess.NotStarted) -> (reading: Int32, writing: Int32) {
    var ends: [Int32] = [-1, -1]
    let code = pipe(&ends)
    guard code == 0 else { throw ChildProcess.NotStarted("a pipe", errno) }
    return (ends[0], ends[1])
  }

  consuming func spawn(
    _ arguments: [String],
    _ environment: [String]
  ) throws(ChildProcess.NotStarted) -> pid_t {
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
      var attributes: posix_spawnattr_t?
    #else
      var actions = posix_spawn_file_actions_t()
      var attributes = posix_spawnattr_t()
    #endif
    posix_spawn_file_actions_init(&actions)
    posix_spawnattr_init(&attributes)
    defer {
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }
    for (mine, its) in given { posix_spawn_file_actions_adddup2(&actions, mine, its) }
    // Nothing else of this process: a socket that listens here would stay open there, and its port taken.
    var flags = Int16(POSIX_SPAWN_SETSIGMASK) | Int16(POSIX_SPAWN_SETSIGDEF)
    #if canImport(Darwin)
      flags |= Int16(POSIX_SPAWN_CLOEXEC_DEFAULT)
      for standard in STDIN_FILENO...STDERR_FILENO { posix_spawn_file_actions_addinherit_np(&actions, standard) }
    #else
      // Swift does not see glibc's way to say this in one. To close what is not open is no error below the limit.
      for descriptor in STDERR_FILENO + 1..<min(Int32(sysconf(Int32(_SC_OPEN_MAX))), 16_384) {
        posix_spawn_file_actions_addclose(&actions, descriptor)
      }
    #endif
    // Signals as a program of a shell has them, whatever this thread blocks or this process ignores.
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    sigaddset(&signals, SIGPIPE)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawnattr_setflags(&attributes, flags)

    var pid: pid_t = 0
    let program = arguments.first ?? ""
    let code = withCStrings(arguments) { arguments in
      withCStrings(environment) { environment in
        posix_spawnp(&pid, program, &actions, &attributes, arguments, environment)
      }
    }
    guard code == 0 else { throw ChildProcess.NotStarted("the program '\(program)'", code) }
    return pid
  }
}

/// An array of C strings that ends with a null pointer, valid during the call.
private func withCStrings<Result>(
  _ strings: [String],
  _ body: (UnsafePointer<UnsafeMutablePointer<CChar>?>) -> Result
) -> Result {
  let copies = strings.map { strdup($0) } + [nil]
  defer { for copy in copies { free(copy) } }
  return copies.withUnsafeBufferPointer { buffer in
    guard let start = buffer.baseAddress else { preconditionFailure("an array with a null pointer is not empty") }
    return body(start)
  }
}
