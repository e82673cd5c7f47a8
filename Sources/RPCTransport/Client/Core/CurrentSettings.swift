internal import RPCCore
internal import Synchronization

/// The service config of a channel as calls see it, on any thread. Costs one atomic load a call where there is none.
final class CurrentSettings: Sendable {
  private let isSet: Atomic<Bool>
  private let methods: Mutex<MethodSettings>

  init(_ config: ServiceConfig?) {
    let settings = MethodSettings(config ?? ServiceConfig())
    isSet = Atomic(!settings.isEmpty)
    methods = Mutex(settings)
  }

  func set(_ config: ServiceConfig) {
    let settings = MethodSettings(config)
    methods.withLock { $0 = settings }
    isSet.store(!settings.isEmpty, ordering: .releasing)
  }

  subscript(_ method: RPCMethod) -> ServiceConfig.Method? {
    guard isSet.load(ordering: .acquiring) else { return nil }
    return methods.withLock { $0[method] }
  }
}
