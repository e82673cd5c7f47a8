internal import ArgumentParser
internal import Foundation

/// The one command of RedSail.
@main
struct RedSailCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "redsail",
    abstract: "The system of record of red property (红色物业): server, tools and demonstration.",
    version: "0.1.0",
    subcommands: [
      ServeCommand.self, DemoCommand.self, ScoreboardCommand.self, ReportCommand.self, ImportCommand.self,
      ExportCommand.self,
      WatchCommand.self, CallCommand.self,
    ]
  )

  /// Runs a command; whatever it throws becomes one line on standard error and an exit status.
  static func main() async {
    let arguments = Array(CommandLine.arguments.dropFirst())
    let language = Language.of(arguments)
    if let unknown = unknownCommand(in: arguments) { unknown.exit(in: language) }
    do {
      var command = try parseAsRoot(arguments)
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
    } catch let failure as Failure {
      failure.exit(in: language)
    } catch {
      // Help that was asked for is no failure.
      guard !exitCode(for: error).isSuccess else { exit(withError: error) }
      Failure(message(for: error), exitCode: exitCode(for: error).rawValue).exit(in: language)
    }
  }

  /// What to say of a first word that is no command.
  static func unknownCommand(in arguments: [String]) -> Failure? {
    let known = configuration.subcommands.compactMap { $0.configuration.commandName }
    guard let word = arguments.first, !word.hasPrefix("-"), word != "help", !known.contains(word) else { return nil }
    return Failure(
      unknown: "command",
      "命令",
      word,
      nearest: Nearest.of(word, among: known),
      among: known,
      exitCode: EX_USAGE
    )
  }
}
