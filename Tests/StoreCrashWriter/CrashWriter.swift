internal import Foundation
internal import RedSailStore

/// Writes without end and prints a line for each acknowledged write, so that a test can kill it at any point and compare.
///
/// Arguments: the directory, and a number that keeps the names of several runs apart.
@main
struct CrashWriter {
  static func main() async throws {
    guard CommandLine.arguments.count == 3 else {
      FileHandle.standardError.write(Data("usage: store-crash-writer DIRECTORY RUN\n".utf8))
      exit(2)
    }
    let kind = RecordKind("note", columns: [IndexColumn("number", .integer)])
    let schema = StoreSchema(version: 1, kinds: [kind]) { _, _ in [:] }
    let store = try SQLiteStore(directory: CommandLine.arguments[1], schema: schema)
    let run = CommandLine.arguments[2]
    let context = WriteContext(city: "370800", scope: .all, actor: "crash-writer")
    try await withThrowingTaskGroup(of: Void.self) { group in
      for writer in 0..<16 {
        group.addTask {
          for number in 0... {
            let name = "\(run)-\(writer)-\(number)"
            // Two records and a side row: all of them or none.
            try await store.write(context) { transaction in
              for half in ["a", "b"] {
                _ = try transaction.create(
                  kind,
                  name: "\(name)-\(half)",
                  division: "",
                  columns: ["number": .integer(Int64(number))]
                ) { _ in Array(repeating: UInt8(truncatingIfNeeded: number), count: 500) }
              }
              try transaction.put(SideRecord(kind: "caller", subject: name, division: "", bytes: [1]))
            }
            try FileHandle.standardOutput.write(contentsOf: Data("\(name)\n".utf8))
          }
        }
      }
      try await group.waitForAll()
    }
  }
}
