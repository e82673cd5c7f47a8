public import ArgumentParser
internal import Foundation
public import Logging
internal import RPCTransport
internal import RedSailStore
internal import ServiceLifecycle
internal import UnixSignals

/// `redsail serve`: a server on an embedded database.
struct ServeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract: "Serve a city's records from a data directory.",
    discussion: """
      Prints `ready HOST:PORT` on standard output when it accepts calls, and logs to standard error. SIGTERM, SIGINT or \
      SIGHUP lets the calls in progress finish and exits with 0.
      """
  )

  @Option(
    help: "Where to listen, HOST:PORT; port 0 takes any free one. Default: 127.0.0.1:50051.",
    transform: ListenAddress.init(argument:)
  )
  var listen = ListenAddress(host: "127.0.0.1", port: 50_051)

  @Option(help: "The data directory; made if it is not there. One server at a time.")
  var data: String

  @Flag(help: "Permit plaintext beyond this machine.")
  var insecure = false

  @Option(help: "The least level to log: trace, debug, info, notice, warning, error or critical.")
  var logLevel: Logger.Level = .info

  func validate() throws {
    guard !data.isEmpty else { throw ValidationError("--data takes the path of a directory, came an empty text") }
    guard listen.isLoopback || insecure else {
      throw ValidationError(
        "\(listen.host) can be reached from other machines, and calls would travel in plaintext: "
          + "listen on 127.0.0.1, or say --insecure"
      )
    }
  }

  func run() async throws {
    LoggingSystem.bootstrap(StreamLogHandler.standardError)
    var logger = Logger(label: "redsail")
    logger.logLevel = logLevel
    do {
      let server = StartingServer(listen: listen.target, directory: data, logger: logger)
      // A terminal that closes sends SIGHUP.
      let signals: [UnixSignal] = [.sigterm, .sigint, .sighup]
      try await ServiceGroup(services: [server], gracefulShutdownSignals: signals, logger: logger).run()
    } catch let failure as Failure {
      throw failure
    } catch let error as StoreError {
      throw Failure("\(error)")
    } catch {
      throw Failure("cannot serve on \(listen.target): \(error.socketReason)")
    }
  }
}

extension Logger.Level: @retroactive ExpressibleByArgument {}
