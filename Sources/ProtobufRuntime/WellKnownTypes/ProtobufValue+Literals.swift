extension ProtobufValue: ExpressibleByNilLiteral, ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByFloatLiteral, ExpressibleByStringLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  /// A value of the kind given.
  public init(_ kind: Kind) {
    self.init()
    self.kind = kind
  }

  /// JSON's `null`.
  public init(nilLiteral: ()) { self.init(.nullValue(.nullValue)) }

  /// A truth value.
  public init(booleanLiteral value: Bool) { self.init(.boolValue(value)) }

  /// A number; JSON has only floating-point ones.
  public init(integerLiteral value: Int64) { self.init(.numberValue(Double(value))) }

  /// A number.
  public init(floatLiteral value: Double) { self.init(.numberValue(value)) }

  /// A text.
  public init(stringLiteral value: String) { self.init(.stringValue(value)) }

  /// A list.
  public init(arrayLiteral elements: ProtobufValue...) { self.init(.listValue(ProtobufListValue(elements))) }

  /// An object; of a name given twice the last value counts.
  public init(dictionaryLiteral elements: (String, ProtobufValue)...) {
    self.init(.structValue(ProtobufStruct(Dictionary(elements, uniquingKeysWith: { $1 }))))
  }
}

extension ProtobufListValue {
  /// A list of these values.
  public init(_ values: [ProtobufValue]) {
    self.init()
    self.values = values
  }
}

extension ProtobufStruct {
  /// An object of these members.
  public init(_ fields: [String: ProtobufValue]) {
    self.init()
    self.fields = fields
  }
}
