internal import Metrics
internal import RPCCore
internal import Synchronization

/// The metrics of one method, on one side, made once: making them for each call would cost more than the call.
final class CallMetrics: Sendable {
  private let factory: any MetricsFactory
  private let prefix: String
  private let dimensions: [(String, String)]
  private let started: Counter
  private let active: Meter
  private let received: Counter
  private let sent: Counter
  private let receivedBytes: Recorder
  private let sentBytes: Recorder
  private let duration: Recorder
  private let handled = Mutex<[StatusCode: Counter]>([:])

  init(side: String, method: RPCMethod, factory: any MetricsFactory) {
    self.factory = factory
    prefix = "grpc_\(side)"
    dimensions = [
      ("grpc_type", Self.typeName(method.kind)), ("grpc_service", method.service), ("grpc_method", method.name),
    ]
    started = Counter(label: "\(prefix)_started_total", dimensions: dimensions, factory: factory)
    active = Meter(label: "\(prefix)_active_calls", dimensions: dimensions, factory: factory)
    received = Counter(label: "\(prefix)_msg_received_total", dimensions: dimensions, factory: factory)
    sent = Counter(label: "\(prefix)_msg_sent_total", dimensions: dimensions, factory: factory)
    receivedBytes = Recorder(label: "\(prefix)_call_received_bytes", dimensions: dimensions, factory: factory)
    sentBytes = Recorder(label: "\(prefix)_call_sent_bytes", dimensions: dimensions, factory: factory)
    duration = Recorder(label: "\(prefix)_handling_seconds", dimensions: dimensions, factory: factory)
  }

  func callDidStart() {
    started.increment()
    active.increment()
  }

  func callDidEnd(_ code: StatusCode, duration: Duration, received: MessageTally, sent: MessageTally) {
    active.decrement()
    handledCounter(code).increment()
    self.duration.record(duration / .seconds(1))
    self.received.increment(by: received.messages)
    self.sent.increment(by: sent.messages)
    receivedBytes.record(received.bytes)
    sentBytes.record(sent.bytes)
  }

  private func handledCounter(_ code: StatusCode) -> Counter {
    handled.withLock { counters in
      if let counter = counters[code] { return counter }
      let counter = Counter(
        label: "\(prefix)_handled_total",
        dimensions: dimensions + [("grpc_code", code.name)],
        factory: factory
      )
      counters[code] = counter
      return counter
    }
  }

  private static func typeName(_ kind: MethodKind) -> String {
    switch kind {
    case .unary: "unary"
    case .clientStreaming: "client_stream"
    case .serverStreaming: "server_stream"
    case .bidirectionalStreaming: "bidi_stream"
    }
  }
}
