internal import ArgumentParser
internal import Foundation
internal import RedSailClient

/// `redsail watch`: the change feed, line by line.
struct WatchCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "watch",
    abstract: "Follow the changes of a city's records, a line for each.",
    discussion: """
      With --cursor-file a later call goes on where this one ended. Written to --output, no change is missing and none \
      repeated, even if this process is killed: what stands in the file behind the saved cursor is cut off first. On \
      standard output the changes of the last batch may come again after a kill.

      redsail watch --target 127.0.0.1:50051 --kind ticket --cursor-file tickets.cursor --json
      """
  )

  @OptionGroup var options: TargetOptions

  @Option(help: "The city's code.")
  var city = "370800"

  @Option(name: .customLong("kind"), help: "A kind of record, such as ticket; may be repeated. Default: all.")
  var kinds: [String] = []

  @Option(help: "Only records in this division or below it: its code.")
  var division = ""

  @Option(help: "Where to keep the cursor: read at the start if it is there, written behind each batch of changes.")
  var cursorFile: String?

  @Option(help: "The file to which lines are added. Default: standard output.")
  var output: String?

  @Flag(help: "Begin after the latest change instead of at the first, if there is no cursor.")
  var fromLatest = false

  @Flag(help: "End when the latest change has come.")
  var once = false

  @Flag(help: "Print JSON lines.")
  var json = false

  func run() async throws {
    let chosen = try kinds.map(RecordKindName.find)
    let cursors = cursorFile.map(CursorFile.init)
    let saved = try cursors?.load()
    let sink = try WatchOutput(output, length: saved?.length)
    let start: ChangeFeed.Start = saved.map { .cursor($0.cursor) } ?? (fromLatest ? .latest : .beginning)
    try await options.withClient { redsail in
      let feed = redsail.city(city).changes(
        since: start,
        kinds: chosen.map(\.type),
        division: division,
        progressInterval: once ? .seconds(1) : .seconds(15)
      )
      for try await batch in feed.batches {
        let lines = try batch.changes.map { try line($0) + "\n" }
        // One write for the batch, and only then the cursor.
        let length = try sink.write(lines.joined())
        try cursors?.save(CursorFile.Position(cursor: batch.cursor, length: length))
        if once, batch.progressTime != nil { return }
      }
    }
  }

  private func line(_ change: Change) throws -> String {
    if json { return try change.json() }
    let kind = Change.Kind.layout.name(of: change.kind.rawValue)?.dropFirst("KIND_".count) ?? ""
    let time = try change.recordTime.map { try $0.json().filter { $0 != "\"" } } ?? ""
    return "\(change.revision)\t\(time)\t\(kind)\t\(change.name)"
  }
}
