/// Why a command failed: what was expected and what came.
struct Failure: Error {
  let message: String

  init(_ message: String) { self.message = message }
}
