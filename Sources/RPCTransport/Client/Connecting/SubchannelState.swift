internal import NIOCore

/// How far the connection to one address is (grpc/doc/connectivity-semantics-and-api.md). A value without I/O.
///
/// IDLE → CONNECTING → READY → IDLE, or CONNECTING → TRANSIENT_FAILURE → IDLE. Attempts are numbered, so that what comes
/// from one that was given up is known as such.
struct SubchannelState: Sendable {
  private(set) var connectivity = ConnectivityState.idle
  /// The number of the present attempt, or of the last one.
  private(set) var attempt = 0
  private var schedule: BackoffSchedule

  init(_ schedule: BackoffSchedule) { self.schedule = schedule }

  /// Begins an attempt if none is needed less: the time that it has, or nil unless IDLE.
  mutating func connect(at now: NIODeadline, random: Double) -> Duration? {
    guard connectivity == .idle else { return nil }
    connectivity = .connecting
    attempt += 1
    return schedule.begin(at: now, random: random)
  }

  /// Whether an attempt is the one that is waited for.
  func isConnecting(_ attempt: Int) -> Bool { connectivity == .connecting && attempt == self.attempt }

  /// The server's settings have come; false where the connection is not wanted any more.
  mutating func connected(_ attempt: Int) -> Bool {
    guard isConnecting(attempt) else { return false }
    connectivity = .ready
    schedule.reset()
    return true
  }

  /// An attempt has failed: the time until `backoffEnded`; nil where the attempt had been given up.
  mutating func failed(_ attempt: Int, at now: NIODeadline) -> TimeAmount? {
    guard isConnecting(attempt) else { return nil }
    connectivity = .transientFailure
    return schedule.wait(at: now)
  }

  /// False where something else has happened since that attempt failed.
  mutating func backoffEnded(after attempt: Int) -> Bool {
    guard connectivity == .transientFailure, attempt == self.attempt else { return false }
    connectivity = .idle
    return true
  }

  /// The connection was lost or takes no more calls; false where it was not in use any more.
  mutating func lost(_ attempt: Int) -> Bool {
    guard connectivity == .ready, attempt == self.attempt else { return false }
    connectivity = .idle
    return true
  }

  /// Gives up whatever there is.
  mutating func reset() {
    guard connectivity != .shutdown else { return }
    connectivity = .idle
  }

  mutating func shutDown() { connectivity = .shutdown }
}
