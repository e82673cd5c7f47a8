internal import ArgumentParser
internal import RPCCore
internal import RPCTransport

/// `rpc-interop client`: plays one case against a server.
struct ClientCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "client",
    abstract: "Play one case against a server; the exit status is 0 if it passes."
  )

  @Option(help: "The server, HOST:PORT or unix:PATH.", transform: SocketTarget.init(argument:))
  var target: SocketTarget

  @Option(name: .customLong("case"), help: "The case, one of those that `rpc-interop list` prints.")
  var testCase: TestCase

  @OptionGroup
  var soak: SoakOptions

  func run() async throws {
    let player = CasePlayer(target: target, soak: soak)
    do {
      try await player.play(testCase)
    } catch let failure as Failure {
      throw Failure("\(testCase.rawValue) failed: \(failure.message)")
    } catch {
      throw Failure("\(testCase.rawValue) failed: \(error)")
    }
    print("\(testCase.rawValue) passed")
  }
}
