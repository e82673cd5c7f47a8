internal import Testing

@testable import RPCCore

@Suite("Settings of a method")
struct MethodSettingsTests {
  private func settings(_ names: [ServiceConfig.MethodName]) -> MethodSettings {
    var config = ServiceConfig()
    config.methods = names.enumerated().map { ServiceConfig.Method(names: [$1], timeout: .seconds($0 + 1)) }
    return MethodSettings(config)
  }

  @Test func theExactNameGoesBeforeTheServiceAndThatBeforeAll() {
    let settings = settings([.init(), .init(service: "a.B"), .init(service: "a.B", method: "C")])
    func timeout(_ service: String, _ name: String) -> Duration? {
      settings[RPCMethod(service: service, name: name, kind: .unary)]?.timeout
    }
    #expect(timeout("a.B", "C") == .seconds(3))
    #expect(timeout("a.B", "D") == .seconds(2))
    #expect(timeout("a.E", "C") == .seconds(1))
  }

  @Test func aMethodThatIsNotNamedHasNone() {
    #expect(settings([.init(service: "a.B")])[RPCMethod(service: "a", name: "B", kind: .unary)] == nil)
  }

  @Test func theSmallerBoundHoldsAndTheCallersWaitForReady() {
    var settings = ServiceConfig.Method(names: [.init()], timeout: .seconds(5))
    settings.waitForReady = true
    settings.maximumRequestBytes = 10
    settings.maximumResponseBytes = 10
    let own = CallOptions(timeout: .seconds(1), waitForReady: false, maximumRequestBytes: 20).applying(settings)
    #expect(own.timeout == .seconds(1) && own.waitForReady == false)
    #expect(own.maximumRequestBytes == 10 && own.maximumResponseBytes == 10)
    let none = CallOptions().applying(settings)
    #expect(none.timeout == .seconds(5) && none.waitForReady == true)
  }
}
