internal import ProtobufRuntime
internal import RedSailAPI

/// Checks of feed requests; each notes what it finds.
extension Violations {
  /// A consumer begins at a cursor or at the latest change, not at both.
  mutating func start(cursor: String, fromLatest: Bool) {
    guard fromLatest, !cursor.isEmpty else { return }
    add(
      "from_latest",
      .invalidField,
      LocalizedText("a request with a cursor goes on from there: leave one of the two out", "不能同时指定游标和从最新处开始")
    )
  }

  /// How long a stream may be silent: 1 s to 10 min, by default 15 s.
  mutating func progressInterval(_ value: ProtobufDuration?) -> Duration {
    guard let value else { return .seconds(15) }
    let duration = Duration.seconds(value.seconds) + .nanoseconds(value.nanos)
    // A duration's parts have the same sign: a second less a nanosecond is not written as the two.
    let isWritten = (0..<1_000_000_000).contains(value.nanos)
    if !isWritten || !(1...600).contains(value.seconds) || duration > .seconds(600) {
      add(
        "progress_interval",
        .invalidField,
        LocalizedText("expected 1 s to 600 s, came \(duration)", "进度间隔应为 1 秒至 10 分钟")
      )
    }
    return duration
  }
}
