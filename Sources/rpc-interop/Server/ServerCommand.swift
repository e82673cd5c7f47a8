internal import ArgumentParser
internal import Foundation
internal import Logging
internal import RPCTransport
internal import ServiceLifecycle
internal import UnixSignals

/// `rpc-interop server`: serves `grpc.testing.TestService`, health and reflection.
struct ServerCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "server",
    abstract: "Serve grpc.testing.TestService, health and reflection.",
    discussion: """
      Prints `ready HOST:PORT` on standard output when it accepts calls. SIGTERM or SIGINT lets the calls in progress \
      finish and exits with 0.
      """
  )

  @Option(
    help: "Where to listen, HOST:PORT or unix:PATH; port 0 takes any free one.",
    transform: SocketTarget.init(argument:)
  )
  var listen: SocketTarget

  @Option(help: "PEM file with the server's certificate; the port then takes TLS only.")
  var tlsCertificate: String?

  @Option(help: "PEM file with the private key of the certificate.")
  var tlsKey: String?

  func validate() throws {
    guard (tlsCertificate == nil) == (tlsKey == nil) else {
      throw ValidationError("--tls-certificate and --tls-key belong together")
    }
  }

  private var tls: ServerTLS? {
    guard let tlsCertificate, let tlsKey else { return nil }
    return ServerTLS(certificateFile: tlsCertificate, privateKeyFile: tlsKey)
  }

  func run() async throws {
    var logger = Logger(label: "rpc-interop", factory: { StreamLogHandler.standardError(label: $0) })
    logger.logLevel = .warning
    do {
      let server = try TestServer(listen: listen, tls: tls)
      try await ServiceGroup(services: [server], gracefulShutdownSignals: [.sigterm, .sigint], logger: logger).run()
    } catch let failure as Failure {
      throw failure
    } catch {
      throw Failure("cannot serve on \(listen): \(error.socketReason)")
    }
  }
}
