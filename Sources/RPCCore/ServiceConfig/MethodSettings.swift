/// Finds the settings of a method: by its exact name, then its service's default, then the default of all.
package struct MethodSettings: Sendable {
  private var byName: [ServiceConfig.MethodName: ServiceConfig.Method] = [:]

  package init(_ config: ServiceConfig) {
    for method in config.methods {
      for name in method.names where byName[name] == nil { byName[name] = method }
    }
  }

  package var isEmpty: Bool { byName.isEmpty }

  package subscript(_ method: RPCMethod) -> ServiceConfig.Method? {
    if byName.isEmpty { return nil }
    return byName[ServiceConfig.MethodName(service: method.service, method: method.name)]
      ?? byName[ServiceConfig.MethodName(service: method.service)] ?? byName[ServiceConfig.MethodName()]
  }
}

extension CallOptions {
  /// These options with what the service config adds to them (grpc/doc/service_config.md): the caller's `waitForReady` goes
  /// first, the shorter time and the smaller sizes hold.
  package func applying(_ settings: ServiceConfig.Method) -> CallOptions {
    var options = self
    options.waitForReady = waitForReady ?? settings.waitForReady
    options.timeout = Self.smaller(timeout, settings.timeout)
    options.maximumRequestBytes = Self.smaller(maximumRequestBytes, settings.maximumRequestBytes)
    options.maximumResponseBytes = Self.smaller(maximumResponseBytes, settings.maximumResponseBytes)
    return options
  }

  private static func smaller<Value: Comparable>(_ left: Value?, _ right: Value?) -> Value? {
    guard let left, let right else { return left ?? right }
    return min(left, right)
  }
}
