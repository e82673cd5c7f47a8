extension DoubleValue {
  /// Wraps a value.
  public init(_ value: Double) {
    self.init()
    self.value = value
  }
}

extension FloatValue {
  /// Wraps a value.
  public init(_ value: Float) {
    self.init()
    self.value = value
  }
}

extension Int64Value {
  /// Wraps a value.
  public init(_ value: Int64) {
    self.init()
    self.value = value
  }
}

extension UInt64Value {
  /// Wraps a value.
  public init(_ value: UInt64) {
    self.init()
    self.value = value
  }
}

extension Int32Value {
  /// Wraps a value.
  public init(_ value: Int32) {
    self.init()
    self.value = value
  }
}

extension UInt32Value {
  /// Wraps a value.
  public init(_ value: UInt32) {
    self.init()
    self.value = value
  }
}

extension BoolValue {
  /// Wraps a value.
  public init(_ value: Bool) {
    self.init()
    self.value = value
  }
}

extension StringValue {
  /// Wraps a value.
  public init(_ value: String) {
    self.init()
    self.value = value
  }
}

extension BytesValue {
  /// Wraps a value.
  public init(_ value: [UInt8]) {
    self.init()
    self.value = value
  }
}
