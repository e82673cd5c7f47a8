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

  @Option(help: "PEM file with the authorities to trust; the connection then uses TLS.")
  var ca: String?

  @Option(help: "The name that the server's certificate has to carry, where it is not the target's host.")
  var serverName: String?

  @OptionGroup
  var soak: SoakOptions

  func validate() throws {
    guard ca != nil || serverName == nil else { throw ValidationError("--server-name takes --ca beside it") }
  }

  func run() async throws {
    let tls = ca.map { ClientTLS(authorityFile: $0, serverName: serverName) }
    let player = CasePlayer(target: target, tls: tls, soak: soak)
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
