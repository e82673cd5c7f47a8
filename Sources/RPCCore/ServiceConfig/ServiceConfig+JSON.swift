internal import ProtobufRuntime

extension ServiceConfig {
  /// Reads the JSON form. Unknown members are passed over; one wrong value refuses the whole (gRFC A21).
  ///
  /// Throws what was expected, what came and where.
  public init(json: String) throws(InvalidServiceConfig) {
    let object: ProtobufStruct
    do {
      object = try ProtobufStruct(json: json)
    } catch {
      throw InvalidServiceConfig(path: "", problem: "\(error)")
    }
    var value = ProtobufValue()
    value.kind = .structValue(object)
    try self.init(ConfigNode(path: "", value))
  }

  private init(_ root: ConfigNode) throws(InvalidServiceConfig) {
    var seen: Set<MethodName> = []
    for node in try root.member("methodConfig")?.elements() ?? [] {
      let method = try Method(node)
      for (index, name) in method.names.enumerated() where !seen.insert(name).inserted {
        throw InvalidServiceConfig(
          path: "\(node.path).name[\(index)]",
          problem: "expected a name that has no settings yet, got '\(name.service)/\(name.method)' again"
        )
      }
      methods.append(method)
    }
    retryThrottling = try root.member("retryThrottling").map(RetryThrottling.init)
    loadBalancing = try Self.loadBalancing(root)
  }

  /// The first policy of the list that is known (gRFC A24), or else the older `loadBalancingPolicy`.
  private static func loadBalancing(_ root: ConfigNode) throws(InvalidServiceConfig) -> LoadBalancing? {
    guard let list = try root.member("loadBalancingConfig") else {
      guard let name = try root.member("loadBalancingPolicy") else { return nil }
      switch try name.string().lowercased() {
      case "pick_first": return .pickFirst()
      case "round_robin": return .roundRobin
      default: throw name.unexpected("pick_first or round_robin")
      }
    }
    var unknown: [String] = []
    for node in try list.elements() {
      let names = try node.names()
      guard names.count == 1 else { throw node.problem("expected one policy, got \(names.count)") }
      let settings = try node.required(names[0])
      switch names[0] {
      case "pick_first":
        return .pickFirst(shufflesAddresses: try settings.member("shuffleAddressList")?.bool() ?? false)
      case "round_robin":
        _ = try settings.names()
        return .roundRobin
      default: unknown.append(names[0])
      }
    }
    throw list.problem("expected pick_first or round_robin among the policies, got \(unknown)")
  }
}

extension ServiceConfig.RetryThrottling {
  init(_ node: ConfigNode) throws(InvalidServiceConfig) {
    maximumTokens = try node.required("maxTokens").integer(in: 1...1_000, "an integer from 1 to 1000")
    let ratio = try node.required("tokenRatio")
    tokenRatio = try ratio.number()
    guard tokenRatio > 0 else { throw ratio.unexpected("a number above 0") }
  }
}
