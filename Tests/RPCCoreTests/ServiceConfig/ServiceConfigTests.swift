internal import RPCCore
internal import Testing

/// grpc/doc/service_config.md and the validation rules of gRFC A6, A21 and A24.
@Suite("Service config")
struct ServiceConfigTests {
  @Test func everyMemberIsRead() throws {
    let config = try ServiceConfig(
      json: """
        {"loadBalancingConfig": [{"grpclb": {}}, {"round_robin": {}}, {"pick_first": {}}], "unknown": [1],
         "methodConfig": [
           {"name": [{"service": "a.B", "method": "C"}, {"service": "a.D"}], "waitForReady": true, "timeout": "1.5s",
            "maxRequestMessageBytes": 0, "maxResponseMessageBytes": "70000",
            "retryPolicy": {"maxAttempts": 4, "initialBackoff": "0.1s", "maxBackoff": "1s", "backoffMultiplier": 2,
                            "retryableStatusCodes": [14, "aborted"]}},
           {"name": [{}], "hedgingPolicy": {"maxAttempts": 9, "hedgingDelay": "0.5s", "nonFatalStatusCodes": ["INTERNAL"]}}],
         "retryThrottling": {"maxTokens": 10, "tokenRatio": 0.1}}
        """
    )
    #expect(config.loadBalancing == .roundRobin)
    #expect(config.retryThrottling == ServiceConfig.RetryThrottling(maximumTokens: 10, tokenRatio: 0.1))
    let first = config.methods[0]
    #expect(first.names == [.init(service: "a.B", method: "C"), .init(service: "a.D")])
    #expect(first.waitForReady == true && first.timeout == .milliseconds(1_500))
    #expect(first.maximumRequestBytes == 0 && first.maximumResponseBytes == 70_000)
    #expect(
      first.repetition
        == .retry(
          ServiceConfig.RetryPolicy(
            maximumAttempts: 4,
            initialBackoff: .milliseconds(100),
            maximumBackoff: .seconds(1),
            backoffMultiplier: 2,
            retryableCodes: [.unavailable, .aborted]
          )
        )
    )
    #expect(
      config.methods[1].repetition
        == .hedging(
          ServiceConfig.HedgingPolicy(maximumAttempts: 9, delay: .milliseconds(500), nonFatalCodes: [.internal])
        )
    )
  }

  @Test func anEmptyConfigIsValid() throws {
    #expect(try ServiceConfig(json: "{}") == ServiceConfig())
    #expect(try ServiceConfig(json: #"{"loadBalancingPolicy": "ROUND_ROBIN"}"#).loadBalancing == .roundRobin)
    #expect(
      try ServiceConfig(json: #"{"loadBalancingConfig": [{"pick_first": {"shuffleAddressList": true}}]}"#).loadBalancing
        == .pickFirst(shufflesAddresses: true)
    )
  }

  private static func retry(_ change: (name: String, value: String?)) -> String {
    var members = [
      "maxAttempts": "2", "initialBackoff": #""1s""#, "maxBackoff": #""1s""#, "backoffMultiplier": "2",
      "retryableStatusCodes": "[14]",
    ]
    members[change.name] = change.value
    let text = members.map { #""\#($0.key)": \#($0.value)"# }.joined(separator: ", ")
    return #"{"methodConfig": [{"name": [{"service": "s"}], "retryPolicy": {\#(text)}}]}"#
  }

  @Test(arguments: [
    ("maxAttempts", "1", "expected an integer above 1, got 1"),
    ("maxAttempts", "2.5", "expected an integer above 1, got 2.5"),
    ("maxAttempts", nil, "'maxAttempts' is missing"), ("initialBackoff", "1", "expected a duration above 0"),
    ("initialBackoff", #""0s""#, #"expected a duration above 0, such as "0.5s", got "0s""#),
    ("maxBackoff", #""-1s""#, "expected a duration above 0"), ("maxBackoff", nil, "'maxBackoff' is missing"),
    ("backoffMultiplier", "0", "expected a number above 0, got 0"),
    ("backoffMultiplier", #""2""#, #"expected a number, got "2""#),
    ("retryableStatusCodes", "[]", "expected at least one status code"),
    ("retryableStatusCodes", "[17]", "expected a gRPC status code, by name or number, got 17"),
    ("retryableStatusCodes", #"["NOPE"]"#, #"got "NOPE""#),
  ])
  func aWrongRetryPolicyIsNamed(name: String, value: String?, problem: String) {
    let error = #expect(throws: InvalidServiceConfig.self) { try ServiceConfig(json: Self.retry((name, value))) }
    #expect(error?.path.hasPrefix("methodConfig[0].retryPolicy") == true)
    #expect(error?.problem.contains(problem) == true, "\(error?.problem ?? "")")
  }

  @Test(arguments: [
    ("[", "", "1:"), (#"{"methodConfig": {}}"#, "methodConfig", "expected an array, got an object"),
    (#"{"methodConfig": [{"name": []}]}"#, "methodConfig[0].name", "expected at least one name"),
    (#"{"methodConfig": [{}]}"#, "methodConfig[0]", "'name' is missing"),
    (#"{"methodConfig": [{"name": [{"method": "m"}]}]}"#, "methodConfig[0].name[0]", "the method 'm' has no 'service'"),
    (
      #"{"methodConfig": [{"name": [{"service": "s"}]}, {"name": [{"service": "s"}]}]}"#, "methodConfig[1].name[0]",
      "got 's/' again"
    ),
    (
      #"{"methodConfig": [{"name": [{}], "hedgingPolicy": {"maxAttempts": 2}, "retryPolicy": {}}]}"#,
      "methodConfig[0].hedgingPolicy", "got both"
    ),
    (#"{"methodConfig": [{"name": [{}], "timeout": 5}]}"#, "methodConfig[0].timeout", "got 5"),
    (
      #"{"methodConfig": [{"name": [{}], "maxRequestMessageBytes": -1}]}"#, "methodConfig[0].maxRequestMessageBytes",
      "-1"
    ),
    (#"{"methodConfig": [{"name": [{}], "waitForReady": "yes"}]}"#, "methodConfig[0].waitForReady", #"got "yes""#),
    (
      #"{"retryThrottling": {"maxTokens": 1001, "tokenRatio": 1}}"#, "retryThrottling.maxTokens",
      "from 1 to 1000, got 1001"
    ),
    (#"{"retryThrottling": {"maxTokens": 10, "tokenRatio": 0}}"#, "retryThrottling.tokenRatio", "above 0, got 0"),
    (#"{"loadBalancingConfig": [{"a": {}}]}"#, "loadBalancingConfig", "expected pick_first or round_robin"),
    (#"{"loadBalancingConfig": [{"a": {}, "b": {}}]}"#, "loadBalancingConfig[0]", "expected one policy, got 2"),
  ])
  func anInvalidConfigIsRefusedAsAWhole(json: String, path: String, problem: String) {
    let error = #expect(throws: InvalidServiceConfig.self) { try ServiceConfig(json: json) }
    #expect(error?.path == path)
    #expect(error?.problem.contains(problem) == true, "\(error?.problem ?? "")")
  }
}
