internal import ArgumentParser
internal import RedSailClient
internal import RedSailModel

/// `redsail scoreboard`: the article's figures beside those that the server computes.
struct ScoreboardCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "scoreboard",
    abstract: "Print the article's figures beside those computed from the stored records.",
    discussion: "Exits with 0 if every figure that has an interval lies in it, else with 1."
  )

  @OptionGroup var options: TargetOptions

  @Option(help: "The city's code.")
  var city = "370800"

  @Option(
    help:
      "Count as of the end of this day, yyyy-mm-dd. Default: a demonstration's last day, else today.",
    transform: CivilDate.init
  )
  var asOf: CivilDate?

  @Flag(help: "Print JSON.")
  var json = false

  func run() async throws {
    let board = try await options.withClient { redsail in
      try await redsail.city(city).scoreboard(asOf: asOf.map(CityPlan.calendarDate))
    }
    try board.show(json: json, language: options.language)
  }
}
