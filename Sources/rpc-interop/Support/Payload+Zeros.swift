extension Payload {
  /// A payload of this many zero bytes.
  static func zeros(_ size: Int) -> Payload {
    .with { $0.body = [UInt8](repeating: 0, count: size) }
  }
}
