internal import ProtobufRuntime

/// A value of a service config's JSON with its place, read as what it must be.
struct ConfigNode {
  let path: String
  let kind: ProtobufValue.Kind?

  init(path: String, _ value: ProtobufValue) {
    self.path = path
    kind = value.kind
  }

  // MARK: Members

  /// The member of an object; nil where it is missing or null.
  func member(_ name: String) throws(InvalidServiceConfig) -> ConfigNode? {
    guard case .structValue(let object) = kind else { throw unexpected("an object") }
    guard let value = object.fields[name] else { return nil }
    if case .nullValue = value.kind { return nil }
    return ConfigNode(path: path.isEmpty ? name : "\(path).\(name)", value)
  }

  func required(_ name: String) throws(InvalidServiceConfig) -> ConfigNode {
    guard let node = try member(name) else { throw problem("'\(name)' is missing") }
    return node
  }

  /// The names of an object's members.
  func names() throws(InvalidServiceConfig) -> [String] {
    guard case .structValue(let object) = kind else { throw unexpected("an object") }
    return object.fields.keys.sorted()
  }

  func elements() throws(InvalidServiceConfig) -> [ConfigNode] {
    guard case .listValue(let list) = kind else { throw unexpected("an array") }
    return list.values.enumerated().map { ConfigNode(path: "\(path)[\($0)]", $1) }
  }

  // MARK: Values

  func bool() throws(InvalidServiceConfig) -> Bool {
    guard case .boolValue(let value) = kind else { throw unexpected("true or false") }
    return value
  }

  func string() throws(InvalidServiceConfig) -> String {
    guard case .stringValue(let value) = kind else { throw unexpected("a string") }
    return value
  }

  func number() throws(InvalidServiceConfig) -> Double {
    guard case .numberValue(let value) = kind else { throw unexpected("a number") }
    return value
  }

  /// An integer of a range; `range` says in words which.
  func integer(in range: ClosedRange<Int>, _ words: String) throws(InvalidServiceConfig) -> Int {
    guard case .numberValue(let number) = kind, let value = Int(exactly: number), range.contains(value) else {
      throw unexpected(words)
    }
    return value
  }

  /// A number of bytes; protobuf's JSON lets an integer stand in quotes.
  func bytes() throws(InvalidServiceConfig) -> Int {
    let words = "an integer from 0 to \(UInt32.max)"
    guard case .stringValue(let text) = kind else { return try integer(in: 0...Int(UInt32.max), words) }
    guard let value = UInt32(text) else { throw unexpected(words) }
    return Int(value)
  }

  /// A duration, by protobuf's JSON.
  func duration(isPositive: Bool) throws(InvalidServiceConfig) -> Duration {
    let words = isPositive ? "a duration above 0, such as \"0.5s\"" : "a duration, such as \"0.5s\""
    guard case .stringValue(let text) = kind, let value = ProtobufDuration(text: text)?.duration,
      isPositive ? value > .zero : value >= .zero
    else { throw unexpected(words) }
    return value
  }

  /// An array of status codes, each by number or by name in upper or lower case.
  func codes() throws(InvalidServiceConfig) -> Set<StatusCode> {
    var codes: Set<StatusCode> = []
    for element in try elements() {
      let code: StatusCode? =
        switch element.kind {
        case .numberValue(let number): Int(exactly: number).flatMap(StatusCode.init(rawValue:))
        case .stringValue(let name): StatusCode(name: name.uppercased())
        default: nil
        }
      guard let code else { throw element.unexpected("a gRPC status code, by name or number") }
      codes.insert(code)
    }
    return codes
  }

  // MARK: Problems

  func problem(_ text: String) -> InvalidServiceConfig { InvalidServiceConfig(path: path, problem: text) }

  func unexpected(_ expected: String) -> InvalidServiceConfig {
    let found =
      switch kind {
      case .nullValue, nil: "null"
      case .numberValue(let number): Int(exactly: number).map { "\($0)" } ?? "\(number)"
      case .stringValue(let text): "\"\(text)\""
      case .boolValue(let value): "\(value)"
      case .structValue: "an object"
      case .listValue: "an array"
      }
    return problem("expected \(expected), got \(found)")
  }
}
