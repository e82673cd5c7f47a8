internal import ArgumentParser
internal import Foundation
internal import ProtobufRuntime
internal import RedSailClient

/// `redsail call`: any method of any gRPC server, JSON in and JSON lines out.
struct CallCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "call",
    abstract: "Call a method: JSON in, a line of JSON out for each response.",
    discussion: """
      RedSail's own schema is built in; other services are asked for through server reflection. Exits with the gRPC \
      status code: 0 for OK, 5 for NOT_FOUND and so on. A write to RedSail needs a "requestId", a UUID of your own: the \
      same one again repeats the answer, not the write.

      redsail call --target 127.0.0.1:50051 redsail.v1.TicketService/ListTickets '{"parent": "cities/370800"}'
      """
  )

  @OptionGroup var options: TargetOptions

  @Argument(help: "The method: SERVICE/METHOD; the service's package may be left out.")
  var method: String

  @Argument(help: "The request as JSON; - reads standard input, a request a line.")
  var request = "{}"

  @Option(help: "Seconds after which the call fails; by default 10 for a unary call, none for a stream.")
  var timeout: Double?

  func run() async throws {
    try await options.withClient { redsail in
      let schema = try await CallSchema.find(method, through: redsail.channel)
      let requests = try readRequests().map { try schema.encode($0) }
      var callOptions = CallOptions()
      callOptions.timeout = timeout.map { .seconds($0) }
      let call = DynamicCall(schema: schema, channel: redsail.channel, options: callOptions)
      // Each line at once, also into a pipe: a stream may last for days.
      try await call.run(requests) { FileHandle.standardOutput.write(Data("\($0)\n".utf8)) }
    }
  }

  private func readRequests() throws -> [String] {
    guard request == "-" else { return [request] }
    let input = FileHandle.standardInput.readDataToEndOfFile()
    return String(decoding: input, as: UTF8.self).split(separator: "\n").map(String.init)
      .filter { !$0.allSatisfy(\.isWhitespace) }
  }
}
