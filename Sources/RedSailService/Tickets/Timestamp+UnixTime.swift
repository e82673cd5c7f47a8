internal import ProtobufRuntime
internal import RedSailModel

extension Timestamp {
  /// The whole second that the rules count in.
  var unixTime: UnixTime { UnixTime(seconds: seconds) }

  /// A point in time of the rules.
  init(_ time: UnixTime) {
    self.init()
    seconds = time.seconds
  }
}
