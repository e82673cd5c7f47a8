internal import ArgumentParser
internal import Foundation
internal import RedSailClient
internal import RedSailModel

/// `redsail demo`: plays the article's year through the client SDK and prints the scoreboard.
struct DemoCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo",
    abstract: "Play the article's year against a server and print the scoreboard.",
    discussion: """
      The database must be empty, or hold the same demonstration already: then playing it again changes nothing. \
      Exits with 0 if every published figure is met.
      """
  )

  @OptionGroup var options: TargetOptions

  @Option(help: "The share of the city to play, 0.005 to 1. Default: 1.", transform: DemonstrationScale.init)
  var scale: DemonstrationScale?

  @Flag(help: "Print the scoreboard as JSON.")
  var json = false

  @Option(help: "Write the name and etag of each acknowledged write to this file, a line each.")
  var acknowledged: String?

  func run() async throws {
    let plan = try CityPlan(scale: scale ?? .whole)
    let board = try await options.withClient { redsail in
      try await checkDatabase(redsail, plan)
      let player = DemonstrationPlayer(
        plan: plan,
        rizhao: try RizhaoPlan(scale: plan.scale),
        redsail: redsail,
        progress: PlayProgress(),
        acknowledged: try acknowledged.map(AcknowledgementLog.init(path:))
      )
      let clock = ContinuousClock()
      let took = try await clock.measure { try await player.play() }
      FileHandle.standardError.write(Data("played in \((took / .milliseconds(100)).rounded() / 10) s\n".utf8))
      return try await redsail.city("370800").scoreboard()
    }
    try board.show(json: json, language: options.language)
  }

  /// Refuses a database that holds anything but this demonstration.
  private func checkDatabase(_ redsail: RedSail, _ plan: CityPlan) async throws {
    for try await city in redsail.cities() {
      guard [CityPlan.city, RizhaoPlan.city].contains(city.name), let demonstration = city.demonstration else {
        throw Failure(
          "the database holds \(city.name) (\(city.displayName)), which is no demonstration: nothing was played",
          "数据库中的 \(city.name)（\(city.displayName)）不是演示数据，未作任何改动"
        )
      }
      guard Int(demonstration.scaleMillionths) == plan.scale.millionths else {
        let there = Double(demonstration.scaleMillionths) / 1_000_000
        throw Failure(
          "the database holds a demonstration at scale \(there): play that one, or start on an empty directory",
          "数据库中已有比例为 \(there) 的演示：请按该比例运行，或使用空目录"
        )
      }
    }
  }
}
