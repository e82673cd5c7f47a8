internal import ArgumentParser
internal import Foundation

/// The server and the client of gRPC's interoperability tests (grpc/doc/interop-test-descriptions.md).
@main
struct RPCInterop: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rpc-interop",
    abstract: "gRPC's interoperability tests: the server, the client, and the names of the cases.",
    subcommands: [ServerCommand.self, ClientCommand.self, ListCommand.self]
  )

  /// Runs a command; whatever it throws becomes one line on standard error and an exit status.
  static func main() async {
    do {
      var command = try parseAsRoot()
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
    } catch let failure as Failure {
      FileHandle.standardError.write(Data("rpc-interop: \(failure.message)\n".utf8))
      Foundation.exit(EXIT_FAILURE)
    } catch {
      exit(withError: error)
    }
  }
}
