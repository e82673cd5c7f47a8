// Prints every change in a city as it happens, over restarts of the server, until it is stopped:
//   swift run follow-changes 127.0.0.1:50051 [CURSOR]
internal import Foundation
internal import RedSailClient

let arguments = Array(CommandLine.arguments.dropFirst())
let redsail = try await RedSail.connect(to: arguments.first ?? "127.0.0.1:50051")
let start: ChangeFeed.Start = arguments.count > 1 ? .cursor(arguments[1]) : .beginning

do {
  for try await change in redsail.city("370800").changes(since: start) {
    var text = "\(change.kind) \(change.name)\n"
    if case .ticket(let ticket) = change.resource { text += "  \(ticket.state): \(ticket.title)\n" }
    // Keep the cursor together with what you made of the change: with it, the next run goes on from here.
    text += "  cursor \(change.cursor)\n"
    // Written at once, also into a pipe, where `print` would hold it back.
    FileHandle.standardOutput.write(Data(text.utf8))
  }
} catch {
  guard error.reason == .cursorCompacted else { throw error }
  print("the changes after this cursor are no longer kept: read the lists anew, then follow `.latest`")
}
