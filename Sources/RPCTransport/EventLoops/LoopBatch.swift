internal import NIOCore
internal import Synchronization

/// Runs what happens on one event loop in batches: first the jobs of handlers, then one flush for each connection that
/// has something to send. Also the executor of handlers, which so stay on the loop of their connection.
///
/// `@unchecked Sendable`: everything but `foreign`, which has a lock, is touched on the event loop only.
final class LoopBatch: TaskExecutor, @unchecked Sendable {
  let loop: any EventLoop
  var deadlines = DeadlineHeap()
  var deadlineTimer: (at: NIODeadline, task: Scheduled<Void>)?

  // Only short accesses on one thread: exclusivity need not be checked at run time.
  @exclusivity(unchecked) private var jobs: [UnownedJob] = []
  @exclusivity(unchecked) private var spare: [UnownedJob] = []
  @exclusivity(unchecked) private var unflushed: [any Flushable] = []
  /// Someone will call `run` before the loop goes on to anything else, or has scheduled it.
  @exclusivity(unchecked) private var isExpected = false
  @exclusivity(unchecked) private var isRunning = false
  /// Jobs from other threads.
  private let foreign = Mutex<[UnownedJob]>([])

  /// Rounds of jobs before connections are flushed although jobs still come.
  private static let roundsBetweenFlushes = 16

  init(loop: any EventLoop) {
    self.loop = loop
  }

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    if loop.inEventLoop {
      jobs.append(job)
      expectRun()
    } else {
      let isFirst = foreign.withLock { foreign in
        foreign.append(job)
        return foreign.count == 1
      }
      if isFirst { loop.execute { self.run() } }
    }
  }

  /// Flushes a connection at the end of the batch. Loop only.
  func flushLater(_ connection: any Flushable) {
    unflushed.append(connection)
    expectRun()
  }

  /// Announces a call of `run` that follows before the loop does anything else.
  func begin() {
    isExpected = true
  }

  /// Runs the jobs, and flushes what they wrote. Loop only. A flush may close a connection, which ends here again.
  func run() {
    guard !isRunning else { return }
    isRunning = true
    defer { isRunning = false }
    isExpected = true
    var rounds = 0
    repeat {
      let arrived = foreign.withLock { foreign in
        guard !foreign.isEmpty else { return [UnownedJob]() }
        defer { foreign = [] }
        return foreign
      }
      jobs += arrived
      swap(&jobs, &spare)
      for job in spare { job.runSynchronously(on: asUnownedTaskExecutor()) }
      spare.removeAll(keepingCapacity: true)
      rounds += 1
    } while !jobs.isEmpty && rounds < Self.roundsBetweenFlushes

    var index = 0
    while index < unflushed.count {
      unflushed[index].flush()
      index += 1
    }
    unflushed.removeAll(keepingCapacity: true)
    isExpected = false
    if !jobs.isEmpty { expectRun() }
  }

  private func expectRun() {
    guard !isExpected else { return }
    isExpected = true
    loop.execute { self.run() }
  }
}

/// What can be flushed at the end of a batch.
protocol Flushable: AnyObject {
  func flush()
}
