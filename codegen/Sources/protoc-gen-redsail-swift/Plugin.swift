internal import SwiftGenerator

/// The executable that protoc runs: a request on standard input, generated files on standard output.
@main
struct Plugin {
  static func main() {
    SwiftGenerator.main()
  }
}
