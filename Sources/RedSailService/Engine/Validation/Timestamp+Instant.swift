internal import ProtobufRuntime
internal import RedSailModel
internal import RedSailStore

extension Timestamp {
  /// A stored instant.
  init(_ instant: Instant) {
    self.init()
    seconds = instant.seconds
    nanos = instant.nanoseconds
  }

  /// Whether it lies in the years 1 to 9999 and its nanoseconds fit (google/protobuf/timestamp.proto).
  var isValid: Bool {
    (-62_135_596_800...253_402_300_799).contains(seconds) && (0..<1_000_000_000).contains(nanos)
  }
}

extension Instant {
  /// A valid timestamp, cut to whole microseconds.
  init(_ timestamp: Timestamp) {
    self.init(seconds: timestamp.seconds, nanoseconds: timestamp.nanos)
  }

  /// The whole second that the rules of the model count in.
  var unixTime: UnixTime { UnixTime(seconds: seconds) }

  /// For messages to callers: the time at +08:00.
  var text: String { unixTime.description }
}
