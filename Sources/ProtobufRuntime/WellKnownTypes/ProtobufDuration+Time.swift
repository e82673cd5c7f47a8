extension ProtobufDuration {
  /// A span, as seconds and nanoseconds of the same sign.
  public init(seconds: Int64, nanos: Int32 = 0) {
    self.init()
    self.seconds = seconds
    self.nanos = nanos
  }

  /// A Swift duration; less than a nanosecond is dropped.
  public init(_ duration: Duration) {
    let (seconds, attoseconds) = duration.components
    self.init(seconds: seconds, nanos: Int32(attoseconds / 1_000_000_000))
  }

  /// The same span as a Swift duration.
  public var duration: Duration { .seconds(seconds) + .nanoseconds(Int64(nanos)) }

  /// Reads the JSON form, `1.5s`; nil for anything else.
  public init?(text: String) {
    guard let value = DurationText.parse(text) else { return nil }
    self.init(seconds: value.seconds, nanos: value.nanos)
  }

  /// The JSON form, `1.500s`; nil where the value is out of range.
  public var text: String? { DurationText.format(seconds: seconds, nanos: nanos) }

  /// Whether the span is at most 315,576,000,000 seconds (10,000 years) and its parts have one sign.
  public var isValid: Bool { text != nil }
}
