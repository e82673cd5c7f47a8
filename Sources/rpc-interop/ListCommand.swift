internal import ArgumentParser

/// `rpc-interop list`: the names of the cases, one a line.
struct ListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "list", abstract: "Print the names of the cases.")

  func run() {
    for testCase in TestCase.allCases { print(testCase.rawValue) }
  }
}
