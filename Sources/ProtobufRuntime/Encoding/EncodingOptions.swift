/// How messages are written.
public struct EncodingOptions: Sendable, Hashable {
  /// Whether maps are written in the order of their keys, so that equal messages have equal bytes. Default false.
  ///
  /// Holds within one version of this library; the wire format promises nothing.
  public var isDeterministic: Bool

  /// The default options but for those given.
  public init(isDeterministic: Bool = false) { self.isDeterministic = isDeterministic }
}
