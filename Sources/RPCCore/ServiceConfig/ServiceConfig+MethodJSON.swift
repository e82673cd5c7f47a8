extension ServiceConfig.Method {
  init(_ node: ConfigNode) throws(InvalidServiceConfig) {
    let list = try node.required("name")
    var names: [ServiceConfig.MethodName] = []
    for element in try list.elements() {
      let name = ServiceConfig.MethodName(
        service: try element.member("service")?.string() ?? "",
        method: try element.member("method")?.string() ?? ""
      )
      if name.service.isEmpty, !name.method.isEmpty {
        throw element.problem("the method '\(name.method)' has no 'service'")
      }
      names.append(name)
    }
    guard !names.isEmpty else { throw list.problem("expected at least one name") }
    self.init(names: names)
    waitForReady = try node.member("waitForReady")?.bool()
    timeout = try node.member("timeout")?.duration(isPositive: false)
    maximumRequestBytes = try node.member("maxRequestMessageBytes")?.bytes()
    maximumResponseBytes = try node.member("maxResponseMessageBytes")?.bytes()
    switch (try node.member("retryPolicy"), try node.member("hedgingPolicy")) {
    case (.some, let hedging?): throw hedging.problem("a method has either a retryPolicy or a hedgingPolicy, got both")
    case (let retry?, nil): repetition = .retry(try ServiceConfig.RetryPolicy(retry))
    case (nil, let hedging?): repetition = .hedging(try ServiceConfig.HedgingPolicy(hedging))
    case (nil, nil): break
    }
  }
}

extension ServiceConfig.RetryPolicy {
  init(_ node: ConfigNode) throws(InvalidServiceConfig) {
    let multiplier = try node.required("backoffMultiplier")
    let codes = try node.required("retryableStatusCodes")
    self.init(
      maximumAttempts: try node.required("maxAttempts").integer(in: 2...Int(Int32.max), "an integer above 1"),
      initialBackoff: try node.required("initialBackoff").duration(isPositive: true),
      maximumBackoff: try node.required("maxBackoff").duration(isPositive: true),
      backoffMultiplier: try multiplier.number(),
      retryableCodes: try codes.codes()
    )
    guard backoffMultiplier > 0 else { throw multiplier.unexpected("a number above 0") }
    guard !retryableCodes.isEmpty else { throw codes.problem("expected at least one status code") }
  }
}

extension ServiceConfig.HedgingPolicy {
  init(_ node: ConfigNode) throws(InvalidServiceConfig) {
    self.init(
      maximumAttempts: try node.required("maxAttempts").integer(in: 2...Int(Int32.max), "an integer above 1"),
      delay: try node.member("hedgingDelay")?.duration(isPositive: false) ?? .zero,
      nonFatalCodes: try node.member("nonFatalStatusCodes")?.codes() ?? []
    )
  }
}
